import { qrSvg } from '#web/qr.ts'
import type { Words } from '#web/words.ts'
import { linkTo } from './invitation.ts'
import type { Issued } from './send-invitation.ts'

/** A link as a page shows it, once: `views/invitations/_link`. */
export interface ShownLink {
  address: string
  qrSvg: string
  /** The reader's own phone writes a message with the link in it: a text, and an e-mail. */
  share: readonly { url: string; label: string }[]
  /** When and how often it works. */
  worksUntil: string
  /** That a letter is on its way, or null. */
  sent: string | null
}

/** `mails`: is there anything that sends letters? */
export function toShownLink(w: Words, of: Issued & { baseUrl: string; mails: boolean }): ShownLink {
  const address = linkTo(of.baseUrl, of.token)
  const body = encodeURIComponent(w.t('invitations.message', { address }))
  const subject = encodeURIComponent(w.t('invitations.messageSubject'))
  return {
    address,
    qrSvg: qrSvg(address, w.t('invitations.qr')),
    share: [
      { url: `sms:?&body=${body}`, label: w.t('invitations.bySms') },
      {
        url: `mailto:${encodeURIComponent(of.sentTo ?? '')}?subject=${subject}&body=${body}`,
        label: w.t('invitations.byMail'),
      },
    ],
    worksUntil: w.t('invitations.worksUntil', { instant: w.instant(of.expiresAt) }),
    sent: of.sentTo === null || !of.mails ? null : w.t('invitations.sentTo', { address: of.sentTo }),
  }
}
