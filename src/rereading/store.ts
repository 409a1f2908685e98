import type { Day, Instant } from '#base/dates.ts'
import type { PageRef } from '#certificates/owing.ts'
import { lastClosedFor } from '#certificates/renewal.ts'
import { standsOn } from '#certificates/store.ts'
import type { Reading } from '#db/work.ts'

/** Pages marked in a revision. */
export interface Asked {
  revisionId: string
  courseId: string
  number: number
  pages: readonly PageRef[]
  days: number
  dueOn: Day
  askedAt: Instant
  askedOn: Day
}

/** What was asked when a revision was published, or null. */
export async function findAsked(db: Reading, revisionId: string): Promise<Asked | null> {
  const rows = await db
    .selectFrom('reread_pages')
    .selectAll()
    .where('revision_id', '=', revisionId)
    .orderBy('module_id')
    .orderBy('page_id')
    .execute()
  const [row] = rows
  if (!row) return null
  return {
    revisionId,
    courseId: row.course_id,
    number: row.number,
    pages: rows.map(({ module_id, page_id }) => ({ moduleId: module_id, pageId: page_id })),
    days: row.days,
    dueOn: row.due_on,
    askedAt: row.asked_at,
    askedOn: row.asked_on,
  }
}

export async function saveAsked(db: Reading, of: Asked): Promise<void> {
  await db
    .insertInto('reread_pages')
    .values(
      of.pages.map(({ moduleId, pageId }) => ({
        revision_id: of.revisionId,
        course_id: of.courseId,
        number: of.number,
        module_id: moduleId,
        page_id: pageId,
        days: of.days,
        due_on: of.dueOn,
        asked_at: of.askedAt,
        asked_on: of.askedOn,
      })),
    )
    .execute()
}

/** Writes down that the certificates earned in an enrolment are up to date with a revision; once. */
export async function saveRereading(
  db: Reading,
  of: { earnedIn: string; courseId: string; revisionId: string; number: number; doneIn: string; at: Instant; on: Day },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rereadings')
    .values({
      earned_in: of.earnedIn,
      course_id: of.courseId,
      number: of.number,
      revision_id: of.revisionId,
      done_in: of.doneIn,
      done_at: of.at,
      done_on: of.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Whoever holds a certificate of a course that is plainly valid today, by id: those a change of its text is told to. */
export async function holdersOf(db: Reading, courseId: string, today: Day, at: Instant): Promise<string[]> {
  const rows = await holding(db, courseId, today, at).select('certificates.person_id').distinct().execute()
  return rows.map((row) => row.person_id).sort()
}

/** How many people hold a certificate of a course that is plainly valid today. */
export async function countHolders(db: Reading, courseId: string, today: Day): Promise<number> {
  const row = await holding(db, courseId, today, always)
    .select(({ fn }) => fn.count<number | string>('certificates.person_id').distinct().as('people'))
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

/** Later than anything written. */
const always: Instant = '9999-12-31T23:59:59.999Z'

const holding = (db: Reading, courseId: string, today: Day, at: Instant) =>
  db
    .selectFrom('certificates')
    .where('certificates.course_id', '=', courseId)
    .where(standsOn(today, at))
    .where((where) =>
      where.or([where('certificates.last_on', 'is', null), where('certificates.last_on', '>', lastClosedFor(today))]),
    )
