import type { Day, Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { Guest } from '#exercises/guests.ts'
import type { Round, Verdict } from './round.ts'

/** Somebody's own round. Refuses: not-found, also when it is somebody else's or of another module. */
export async function getOwnRound(
  db: Reading,
  personId: string,
  of: { roundId: string; courseId: string; moduleId: string },
): Promise<Round> {
  const row = await db
    .selectFrom('exercise_rounds')
    .innerJoin('enrolments', 'enrolments.id', 'exercise_rounds.enrolment_id')
    .selectAll('exercise_rounds')
    .select(['enrolments.course_id', 'enrolments.revision_id'])
    .where('exercise_rounds.id', '=', of.roundId)
    .where('exercise_rounds.module_id', '=', of.moduleId)
    .where('enrolments.course_id', '=', of.courseId)
    .where('enrolments.person_id', '=', personId)
    .executeTakeFirst()
  const own = found(row, 'round')
  return {
    id: own.id,
    enrolmentId: own.enrolment_id,
    courseId: own.course_id,
    revisionId: own.revision_id,
    moduleId: own.module_id,
    drawnOn: own.drawn_on,
    guests: JSON.parse(own.guests) as Guest[],
    answers: own.answers === null ? null : (JSON.parse(own.answers) as Verdict[]),
    answeredAt: own.answered_at,
    rightCount: own.right_count,
    passedAt: own.passed_at,
  }
}

/** The round of a module that was drawn for a day and is not answered yet, by id, or null. */
export async function findOpenRound(
  db: Reading,
  of: { enrolmentId: string; moduleId: string; drawnOn: Day },
): Promise<string | null> {
  const row = await db
    .selectFrom('exercise_rounds')
    .select('id')
    .where('enrolment_id', '=', of.enrolmentId)
    .where('module_id', '=', of.moduleId)
    .where('drawn_on', '=', of.drawnOn)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes down a round that starts now. */
export async function saveRound(
  db: Reading,
  of: Pick<Round, 'id' | 'enrolmentId' | 'moduleId' | 'drawnOn' | 'guests'> & { at: Instant },
): Promise<void> {
  await db
    .insertInto('exercise_rounds')
    .values({
      id: of.id,
      enrolment_id: of.enrolmentId,
      module_id: of.moduleId,
      drawn_on: of.drawnOn,
      guests: JSON.stringify(of.guests),
      started_at: of.at,
      answers: null,
      answered_at: null,
      right_count: null,
      passed_at: null,
    })
    .execute()
}

/** Keeps the answers of a round, once; false when there were some already. */
export async function saveVerdicts(
  db: Reading,
  roundId: string,
  of: { answers: readonly Verdict[]; right: number; passed: boolean; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('exercise_rounds')
    .set({
      answers: JSON.stringify(of.answers),
      answered_at: of.at,
      right_count: of.right,
      passed_at: of.passed ? of.at : null,
    })
    .where('id', '=', roundId)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
