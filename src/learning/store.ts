import type { Instant } from '#base/dates.ts'
import type { PageRef } from '#certificates/owing.ts'
import { keep } from '#db/keep.ts'
import type { Reading } from '#db/work.ts'
import type { Enrolment } from './attempt.ts'
import type { Facts } from './progress.ts'

const inCourse = keep((db) =>
  db.selectFrom('enrolments').selectAll().where('person_id', '=', ':person').where('course_id', '=', ':course'),
)

/** A person's enrolments in a course, newest first, short renewals as well. */
export async function enrolmentsIn(db: Reading, personId: string, courseId: string): Promise<Enrolment[]> {
  const { rows } = await inCourse(db, { ':person': personId, ':course': courseId })
  return rows.map(toEnrolment).sort(newestFirst)
}

/** A person's enrolments in all courses, newest first, short renewals as well. */
export async function enrolmentsOf(db: Reading, personId: string): Promise<Enrolment[]> {
  const rows = await db.selectFrom('enrolments').selectAll().where('person_id', '=', personId).execute()
  return rows.map(toEnrolment).sort(newestFirst)
}

/** There are few, and SQLite plans a sorted query anew each time it is given other values. */
const newestFirst = (a: Enrolment, b: Enrolment) => (a.startedAt + a.id < b.startedAt + b.id ? 1 : -1)

export async function saveEnrolment(db: Reading, of: Enrolment): Promise<void> {
  const { id, personId, courseId, revisionId, startedAt } = of
  await db
    .insertInto('enrolments')
    .values({
      id,
      person_id: personId,
      course_id: courseId,
      revision_id: revisionId,
      started_at: startedAt,
      completed_at: of.completedAt,
      renews: of.renews,
      pages: of.pages && JSON.stringify(of.pages.map(({ moduleId, pageId }) => [moduleId, pageId])),
    })
    .execute()
}

export async function completeEnrolment(db: Reading, enrolmentId: string, at: Instant): Promise<void> {
  await db.updateTable('enrolments').set({ completed_at: at }).where('id', '=', enrolmentId).execute()
}

/** Ends the open short renewals of a certificate, not done: a newer text has overtaken them. */
export async function closeShort(db: Reading, earnedIn: string, at: Instant): Promise<void> {
  await db
    .updateTable('enrolments')
    .set({ completed_at: at })
    .where('renews', '=', earnedIn)
    .where('completed_at', 'is', null)
    .execute()
}

/** What has happened in an enrolment: what progress is counted from. Two queries. */
export async function factsOf(db: Reading, enrolmentId: string): Promise<Facts> {
  const values = { ':enrolment': enrolmentId }
  const [{ rows }, tries] = await Promise.all([marksOf(db, values), triesOf(db, values)])
  const modulesWith = (kind: number) => rows.filter((row) => row.kind === kind).map((row) => row.moduleId)
  return {
    readings: rows.flatMap(({ moduleId, pageId, round }) => (pageId === null ? [] : [{ moduleId, pageId, round }])),
    ended: modulesWith(marks.ended),
    exercised: modulesWith(marks.exercised),
    tries: tries.rows.sort((a, b) => a.number - b.number),
  }
}

/** What a row of `marksOf` tells. */
const marks = { read: 0, ended: 1, exercised: 2 } as const

/** Pages read; and as rows without a page each module whose situation has ended and each whose exercise is passed. */
const marksOf = keep((db) =>
  db
    .selectFrom('page_readings')
    .select(({ ref, lit }) => [
      'module_id as moduleId',
      ref('page_id').$castTo<string | null>().as('pageId'),
      'round',
      lit<number>(marks.read).as('kind'),
    ])
    .where('enrolment_id', '=', ':enrolment')
    .unionAll(
      db
        .selectFrom('situation_steps')
        .select(({ lit }) => [
          'module_id as moduleId',
          lit(null).$castTo<string | null>().as('pageId'),
          lit(0).as('round'),
          lit<number>(marks.ended).as('kind'),
        ])
        .where('enrolment_id', '=', ':enrolment')
        .where('ending', 'is not', null),
    )
    .unionAll(
      db
        .selectFrom('exercise_rounds')
        .select(({ lit }) => [
          'module_id as moduleId',
          lit(null).$castTo<string | null>().as('pageId'),
          lit(0).as('round'),
          lit<number>(marks.exercised).as('kind'),
        ])
        .where('enrolment_id', '=', ':enrolment')
        .where('passed_at', 'is not', null),
    ),
)

const triesOf = keep((db) =>
  db
    .selectFrom('attempts')
    .select([
      'id',
      'module_id as moduleId',
      'number',
      'started_at as startedAt',
      'submitted_at as submittedAt',
      'passed_at as passedAt',
    ])
    .where('enrolment_id', '=', ':enrolment'),
)

/** Writes down that a page was read; false when it was already, in this round. */
export async function saveReading(
  db: Reading,
  of: { enrolmentId: string; moduleId: string; pageId: string; round: number; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('page_readings')
    .values({
      enrolment_id: of.enrolmentId,
      module_id: of.moduleId,
      page_id: of.pageId,
      round: of.round,
      read_at: of.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Every instant at which something was learned in an enrolment until it was completed, unordered. */
export async function instantsOf(
  db: Reading,
  { id, completedAt }: Pick<Enrolment, 'id' | 'completedAt'>,
): Promise<Instant[]> {
  const attempts = db.selectFrom('attempts').where('enrolment_id', '=', id)
  const rounds = db.selectFrom('exercise_rounds').where('enrolment_id', '=', id)
  const rows = await db
    .selectFrom('page_readings')
    .select('read_at as at')
    .where('enrolment_id', '=', id)
    .unionAll(db.selectFrom('situation_steps').select('taken_at as at').where('enrolment_id', '=', id))
    .unionAll(rounds.select('started_at as at'))
    .unionAll(rounds.select('answered_at as at').where('answered_at', 'is not', null).$narrowType<{ at: string }>())
    .unionAll(attempts.select('started_at as at'))
    .unionAll(attempts.select('submitted_at as at').where('submitted_at', 'is not', null).$narrowType<{ at: string }>())
    .unionAll(
      db
        .selectFrom('answers')
        .innerJoin('attempts', 'attempts.id', 'answers.attempt_id')
        .select('answers.answered_at as at')
        .where('attempts.enrolment_id', '=', id),
    )
    .execute()
  return rows.map((row) => row.at).filter((at) => completedAt === null || at <= completedAt)
}

interface EnrolmentRow {
  id: string
  person_id: string
  course_id: string
  revision_id: string
  started_at: string
  completed_at: string | null
  renews: string | null
  pages: string | null
}

const toEnrolment = (row: EnrolmentRow): Enrolment => ({
  id: row.id,
  personId: row.person_id,
  courseId: row.course_id,
  revisionId: row.revision_id,
  startedAt: row.started_at,
  completedAt: row.completed_at,
  renews: row.renews,
  pages: toPages(row.pages),
})

/** The pages of a short renewal as they are kept. */
export const toPages = (json: string | null): readonly PageRef[] | null =>
  json === null ? null : (JSON.parse(json) as [string, string][]).map(([moduleId, pageId]) => ({ moduleId, pageId }))
