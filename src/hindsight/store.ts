import { sql } from 'kysely'
import type { Instant } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'

/** An enrolment as it is counted: whose, on which text, and whether a whole course or only some pages of it. */
export interface Learner {
  enrolmentId: string
  personId: string
  revisionId: string
  whole: boolean
}

/** Every enrolment in a course; those of one person stand together, the first one first. */
export async function learnersOf(db: Reading, courseId: string): Promise<Learner[]> {
  const rows = await db
    .selectFrom('enrolments')
    .select(['id', 'person_id', 'revision_id', 'renews'])
    .where('course_id', '=', courseId)
    .orderBy('person_id')
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    enrolmentId: row.id,
    personId: row.person_id,
    revisionId: row.revision_id,
    whole: row.renews === null,
  }))
}

/** Which part of the enrolments is asked about: a few at a time, and perhaps one module alone. */
export interface Part {
  enrolmentIds: readonly string[]
  moduleId: string | null
}

/** An attempt that was handed in. */
export interface HandedIn {
  enrolmentId: string
  moduleId: string
  submittedAt: Instant
  /** What was answered, one `question choice` a line: a row for each answer would take three times as long to read. Null: nothing. */
  answers: string | null
}

export async function handedIn(db: Reading, { enrolmentIds, moduleId }: Part): Promise<HandedIn[]> {
  return db
    .selectFrom('attempts')
    .select(({ selectFrom }) => [
      'enrolment_id as enrolmentId',
      'module_id as moduleId',
      'submitted_at as submittedAt',
      selectFrom('answers')
        .select(sql<string | null>`string_agg(question_id || ' ' || choice, '\n')`.as('answers'))
        .whereRef('answers.attempt_id', '=', 'attempts.id')
        .as('answers'),
    ])
    .where('enrolment_id', 'in', enrolmentIds)
    .where('submitted_at', 'is not', null)
    .$narrowType<{ submittedAt: string }>()
    .$if(moduleId !== null, (query) => query.where('module_id', '=', moduleId as string))
    .execute()
}

/** How many people read the same pages of a module, and whether they went on to the situation or the quiz. */
export interface PagesRead {
  moduleId: string
  /** Ids with a space between. */
  pages: string
  beyond: number
  people: number
}

/** The first time through, of whoever read nothing in the module after `readBefore`. */
export async function pagesRead(
  db: Reading,
  { enrolmentIds, moduleId }: Part,
  readBefore: Instant,
): Promise<PagesRead[]> {
  const each = db
    .selectFrom('page_readings as read')
    .select(({ case: when, exists, or, selectFrom }) => [
      'read.module_id',
      sql<string>`string_agg(read.page_id, ' ' order by read.page_id)`.as('pages'),
      when()
        .when(
          or([
            exists(
              selectFrom('situation_steps as step')
                .select('step.id')
                .whereRef('step.enrolment_id', '=', 'read.enrolment_id')
                .whereRef('step.module_id', '=', 'read.module_id'),
            ),
            exists(
              selectFrom('attempts as attempt')
                .select('attempt.id')
                .whereRef('attempt.enrolment_id', '=', 'read.enrolment_id')
                .whereRef('attempt.module_id', '=', 'read.module_id'),
            ),
          ]),
        )
        .then(1)
        .else(0)
        .end()
        .as('beyond'),
    ])
    .where('read.enrolment_id', 'in', enrolmentIds)
    .where('read.round', '=', 0)
    .$if(moduleId !== null, (query) => query.where('read.module_id', '=', moduleId as string))
    .groupBy(['read.enrolment_id', 'read.module_id'])
    .having(({ fn }) => fn.max('read.read_at'), '<=', readBefore)
  const rows = await db
    .selectFrom(each.as('each'))
    .select(({ fn }) => ['module_id as moduleId', 'pages', 'beyond', fn.countAll().as('people')])
    .groupBy(['module_id', 'pages', 'beyond'])
    .execute()
  return rows.map((row) => ({ ...row, beyond: Number(row.beyond), people: Number(row.people) }))
}

/** How many people went the same way through a situation. */
export interface WayTaken {
  moduleId: string
  /** One `step choice ending` a line in the order they were taken; the ending is empty before the end. */
  way: string
  people: number
}

export async function waysTaken(db: Reading, { enrolmentIds, moduleId }: Part): Promise<WayTaken[]> {
  const each = db
    .selectFrom('situation_steps')
    .select([
      'module_id',
      sql<string>`string_agg(step_id || ' ' || choice || ' ' || coalesce(ending, ''), '\n' order by taken_at, id)`.as(
        'way',
      ),
    ])
    .where('enrolment_id', 'in', enrolmentIds)
    .$if(moduleId !== null, (query) => query.where('module_id', '=', moduleId as string))
    .groupBy(['enrolment_id', 'module_id'])
  const rows = await db
    .selectFrom(each.as('each'))
    .select(({ fn }) => ['module_id as moduleId', 'way', fn.countAll().as('people')])
    .groupBy(['module_id', 'way'])
    .execute()
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}
