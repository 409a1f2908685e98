import type { ExpressionBuilder } from 'kysely'
import type { Day } from '#base/dates.ts'
import { findPublished } from '#courses/store.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { type BroughtUp, hasPage, type Marking, type Owing, owes } from './owing.ts'

/** Of a row of `certificates`: the number of the revision it was earned on, and of the last one in which pages of the course were marked. */
export interface EarnedRow {
  course_id: string
  enrolment_id: string
  issued_on: Day
  last_on: Day | null
  earned_number: number
  marked_to: number | null
}

/** Asked together with the certificates themselves: as long as nothing was marked since, nothing else needs to be asked. */
export const markedTo = (where: ExpressionBuilder<Tables, 'certificates'>) =>
  where
    .selectFrom('reread_pages')
    .select(({ fn }) => fn.max('reread_pages.number').as('number'))
    .whereRef('reread_pages.course_id', '=', 'certificates.course_id')
    .as('marked_to')

/** What has been changed in the texts since certificates were earned, and what their holders have read of it. */
export interface Texts {
  /** By course. */
  markings: ReadonlyMap<string, readonly Marking[]>
  /** By the enrolment a certificate was earned in. */
  brought: ReadonlyMap<string, BroughtUp>
}

const unchanged: Texts = { markings: new Map(), brought: new Map() }

export async function textsSince(db: Reading, rows: readonly EarnedRow[]): Promise<Texts> {
  const changed = rows.filter((row) => row.marked_to !== null && row.marked_to > row.earned_number)
  if (changed.length === 0) return unchanged
  const courses = [...new Set(changed.map((row) => row.course_id))]
  const markings = await Promise.all(courses.map((courseId) => markingsOf(db, courseId)))
  const brought = await broughtUpIn(
    db,
    changed.map((row) => row.enrolment_id),
  )
  return { markings: new Map(courses.map((courseId, place) => [courseId, markings[place] ?? []])), brought }
}

export function owingOf(
  row: EarnedRow,
  { markings, brought }: Texts,
): { owes: Owing | null; broughtUp: BroughtUp | null } {
  const broughtUp = brought.get(row.enrolment_id) ?? null
  const upTo = Math.max(row.earned_number, broughtUp?.number ?? 0)
  const earned = { issuedOn: row.issued_on, lastOn: row.last_on, upTo }
  return { owes: owes(markings.get(row.course_id) ?? [], earned), broughtUp }
}

/** Every page of a course that was ever marked and still exists in its newest text. */
async function markingsOf(db: Reading, courseId: string): Promise<Marking[]> {
  const rows = await db
    .selectFrom('reread_pages')
    .select(['number', 'module_id as moduleId', 'page_id as pageId', 'due_on as dueOn', 'days'])
    .where('course_id', '=', courseId)
    .orderBy('number')
    .orderBy('module_id')
    .orderBy('page_id')
    .execute()
  const newest = await findPublished(db, courseId)
  return rows.filter((row) => newest !== null && hasPage(newest.document, row))
}

async function broughtUpIn(db: Reading, enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, BroughtUp>> {
  const rows = await db
    .selectFrom('rereadings')
    .select(['earned_in', 'revision_id', 'number', 'done_on', 'done_in'])
    .where('earned_in', 'in', enrolmentIds)
    .orderBy('number')
    .execute()
  const told = rows.map(({ earned_in, revision_id, number, done_on, done_in }): [string, BroughtUp] => [
    earned_in,
    { revisionId: revision_id, number, on: done_on, doneIn: done_in },
  ])
  return new Map(told)
}
