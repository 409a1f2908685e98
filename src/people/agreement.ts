import { type Day, dayOf, type Instant } from '#base/dates.ts'
import { lastDayOf } from './job-spells.ts'

/** A row of an employment, believed still or not. */
export interface WrittenRow {
  last_on: Day | null
  written_at: Instant
  written_by: string
  superseded_at: Instant | null
}

/**
 * Does a person's own word that she works there stand on a day? She wrote a row herself, and the last of them does not end before the day. What
 * others write afterwards leaves her word as it is, but for one thing: an employment that was over and is written on is no longer what she
 * said. `rows`: all of one employment, in the order they were written.
 */
export function isAgreed(rows: readonly WrittenRow[], personId: string, day: Day): boolean {
  const word = rows.findLast((row) => row.written_by === personId)
  if (!word || (word.last_on !== null && word.last_on < day)) return false
  const changes = new Set(rows.flatMap(({ superseded_at: at }) => (at !== null && at > word.written_at ? [at] : [])))
  return ![...changes].some((at) => wasOver(rows, at))
}

/** Had it ended when it was changed, as was believed until then? */
function wasOver(rows: readonly WrittenRow[], at: Instant): boolean {
  const until = rows.filter((row) => row.written_at < at && (row.superseded_at === null || row.superseded_at >= at))
  const last = lastDayOf(until.map((row) => ({ lastOn: row.last_on })))
  return until.length > 0 && last !== null && last < dayOf(new Date(at))
}
