import { type ShownLine, toOwnLine } from '#audit/line.ts'
import type { LookAt } from '#audit/looks-store.ts'
import type { ownLines } from '#audit/own-lines-store.ts'
import type { AuditNames } from '#audit/particulars.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** What was written down about somebody, and who has looked. */
export interface HistoryPage {
  title: string
  lines: readonly ShownLine[]
  /** Where the older lines are; null when these are all. */
  older: string | null
  /** Null on the pages with older lines. */
  looks: readonly { when: string; who: string; what: string }[] | null
}

export const historyPage = page<HistoryPage>('account/history')

/** Lines on one page. */
export const linesShown = 50

export interface HistoryView {
  /** One more than is shown, when there are more. */
  lines: Awaited<ReturnType<typeof ownLines>>
  looks: readonly LookAt[] | null
  names: AuditNames
}

export function toHistoryPage({ lines, looks, names }: HistoryView, w: Words): HistoryPage {
  const shown = lines.slice(0, linesShown)
  const last = lines.length > shown.length ? shown.at(-1) : undefined
  return {
    title: w.t('account.historyTitle'),
    lines: shown.map((line) => toOwnLine(w, line, names)),
    older: last ? `/account/history?before=${encodeURIComponent(`${last.at}_${last.id}`)}` : null,
    looks: looks?.map((look) => toLook(look, w)) ?? null,
  }
}

const toLook = ({ at, by, kind, venueName }: LookAt, w: Words) => ({
  when: w.instant(at),
  who: by === 'manager' ? w.t('account.look.manager', { venue: venueName ?? '' }) : w.t('account.look.association'),
  what: w.t(`account.looked.${kind}`),
})
