import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type Notice, noticeText } from './notice.ts'

/** A notice as the partial `mail/_notices` shows it. */
export interface NoticePart {
  text: string
  told: string
  fresh: boolean
  /** Where it is answered; null when nothing is asked. */
  answer: { url: string; label: string } | null
}

/** Since last time: what somebody was told. */
export interface NewsPage {
  title: string
  notices: readonly NoticePart[]
  /** Null when all was seen before. */
  seen: Button | null
}

export const newsPage = page<NewsPage>('mail/news')

export function toNewsPage(notices: readonly Notice[], w: Words): NewsPage {
  const fresh = notices.find((notice) => notice.seenAt === null)
  return {
    title: w.t('mail.news.title'),
    notices: noticeParts(notices, w),
    seen: fresh
      ? { action: '/news/seen', label: w.t('mail.news.seen'), fields: { until: notices[0]?.toldAt ?? fresh.toldAt } }
      : null,
  }
}

/** Notices for the partial, in the order given. */
export const noticeParts = (notices: readonly Notice[], w: Words): NoticePart[] =>
  notices.map((notice) => ({
    text: noticeText(notice, w),
    told: w.instant(notice.toldAt),
    fresh: notice.seenAt === null,
    answer: answerOf(notice, w),
  }))

function answerOf({ kind, values }: Notice, w: Words): NoticePart['answer'] {
  if (kind === 'employment-offered') return { url: '/account/venues', label: w.t('mail.news.answer') }
  if (kind === 'pages-changed') return { url: `/learning/${values.courseId}`, label: w.t('mail.news.toCourse') }
  return null
}
