import type { Instant } from '#base/dates.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { requestsUrl, reviewUrl } from './addresses.ts'

/** A link just made, shown this once. */
export interface LinkPage {
  title: string
  back: { url: string; label: string }
  address: string
  share: readonly { url: string; label: string }[]
  worksUntil: string
}

export const linkPage = page<LinkPage>('reviewing/link')

export function toLinkPage(
  of: { courseId: string; toName: string; module: string; token: string; baseUrl: string; expiresAt: Instant },
  w: Words,
): LinkPage {
  const address = `${of.baseUrl}${reviewUrl(of.token)}`
  const body = encodeURIComponent(w.t('reviewing.letter', { name: of.toName, module: of.module, address }))
  const subject = encodeURIComponent(w.t('reviewing.letterSubject', { module: of.module }))
  return {
    title: w.t('reviewing.linkTo', { name: of.toName }),
    back: { url: requestsUrl(of.courseId), label: w.t('reviewing.back') },
    address,
    share: [
      { url: `sms:?&body=${body}`, label: w.t('reviewing.bySms') },
      { url: `mailto:?subject=${subject}&body=${body}`, label: w.t('reviewing.byMail') },
    ],
    worksUntil: w.t('reviewing.worksUntil', { instant: w.instant(of.expiresAt) }),
  }
}
