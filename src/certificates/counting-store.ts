import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { addDays, type Day, endOf, type Instant } from '#base/dates.ts'
import { findPublishedBy } from '#courses/store.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { hasPage } from './owing.ts'
import { lastClosedFor } from './renewal.ts'
import { standsOn } from './store.ts'

export interface When {
  on: Day
  knownAt: Instant
}

/** Pages marked in a revision whose last day is past on the day that is asked for. */
export interface Overdue {
  courseId: string
  number: number
  dueOn: Day
  days: number
}

/**
 * What was to be read again before a day, as known at an instant: pages that the newest text of that day still has. Nearly always nothing, found
 * by one query of a small table; then no other query need ask about it.
 */
export async function overdueOn(db: Reading, { on, knownAt }: When): Promise<readonly Overdue[]> {
  const rows = await db
    .selectFrom('reread_pages')
    .select(['course_id', 'number', 'module_id', 'page_id', 'due_on', 'days'])
    .where('due_on', '<', on)
    .where('asked_at', '<=', knownAt)
    .orderBy('course_id')
    .orderBy('number')
    .execute()
  const until = rows.length === 0 || knownAt < endOf(on) ? knownAt : endOf(on)
  const overdue = new Map<string, Overdue>()
  for (const [courseId, marked] of Map.groupBy(rows, (row) => row.course_id)) {
    const newest = await findPublishedBy(db, courseId, until)
    for (const { number, days, due_on: dueOn, module_id: moduleId, page_id: pageId } of marked)
      if (newest && hasPage(newest.document, { moduleId, pageId }))
        overdue.set(`${courseId} ${number} ${dueOn}`, { courseId, number, dueOn, days })
  }
  return [...overdue.values()]
}

/** The newest revision that the certificates earned in these enrolments had been brought up to by the day, as known at the instant: its number. */
export async function broughtUpBy(
  db: Reading,
  enrolmentIds: readonly string[],
  { on, knownAt }: When,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('rereadings')
    .select(['earned_in', 'number'])
    .where('earned_in', 'in', enrolmentIds)
    .where('done_on', '<=', on)
    .where('done_at', '<=', knownAt)
    .orderBy('number')
    .execute()
  return new Map(rows.map((row) => [row.earned_in, row.number]))
}

/** The condition that a row of `certificates` meets a requirement: it stands, and its holder is not behind. `counts` in state.ts says the same of one. */
export function meetsOn(when: When, overdue: readonly Overdue[]): Expression<SqlBool> {
  const stands = standsOn(when.on, when.knownAt)
  const where = expressionBuilder<Tables, 'certificates'>()
  return overdue.length === 0 ? stands : where.and([stands, isUpToDate(when, overdue)])
}

/** The condition that nothing overdue was left unread by the holder of a row of `certificates`. */
export function isUpToDate(when: When, overdue: readonly Overdue[]): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'certificates'>()
  return where.not(where.or(overdue.map((one) => isBehindWith(one, when))))
}

function isBehindWith({ courseId, number, dueOn, days }: Overdue, { on, knownAt }: When): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'certificates'>()
  const older = where
    .selectFrom('revisions')
    .select('revisions.id')
    .where('revisions.course_id', '=', courseId)
    .where('revisions.number', '<', number)
  const done = where
    .selectFrom('rereadings')
    .select('rereadings.earned_in')
    .whereRef('rereadings.earned_in', '=', 'certificates.enrolment_id')
    .where('rereadings.number', '>=', number)
    .where('rereadings.done_on', '<=', on)
    .where('rereadings.done_at', '<=', knownAt)
  return where.and([
    where('certificates.course_id', '=', courseId),
    where('certificates.issued_on', '<', addDays(on, -days)),
    where.or([where('certificates.last_on', 'is', null), where('certificates.last_on', '>', lastClosedFor(dueOn))]),
    where('certificates.revision_id', 'in', older),
    where.not(where.exists(done)),
  ])
}
