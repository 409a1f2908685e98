import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { keep } from '#db/keep.ts'
import type { Reading } from '#db/work.ts'
import type { Choice } from './answer.ts'
import type { AskedQuestion, Attempt } from './attempt.ts'
import { toPages } from './store.ts'

const ownAttempt = keep((db) =>
  db
    .selectFrom('attempts')
    .innerJoin('enrolments', 'enrolments.id', 'attempts.enrolment_id')
    .selectAll('attempts')
    .select(['enrolments.course_id', 'enrolments.revision_id', 'enrolments.renews', 'enrolments.pages'])
    .where('attempts.id', '=', ':attempt')
    .where('attempts.person_id', '=', ':person'),
)

/** Somebody's own attempt. Refuses: not-found, also when it is somebody else's. */
export async function getOwnAttempt(db: Reading, personId: string, attemptId: string): Promise<Attempt> {
  const { rows } = await ownAttempt(db, { ':attempt': attemptId, ':person': personId })
  const own = found(rows[0], 'attempt')
  return {
    id: own.id,
    enrolmentId: own.enrolment_id,
    personId: own.person_id,
    courseId: own.course_id,
    revisionId: own.revision_id,
    renews: own.renews,
    pages: toPages(own.pages),
    moduleId: own.module_id,
    number: own.number,
    asked: JSON.parse(own.asked) as AskedQuestion[],
    startedAt: own.started_at,
    submittedAt: own.submitted_at,
    rightCount: own.right_count,
    passedAt: own.passed_at,
  }
}

/** Writes down an attempt that starts now. */
export async function saveAttempt(
  db: Reading,
  of: Pick<Attempt, 'id' | 'enrolmentId' | 'personId' | 'moduleId' | 'number' | 'asked' | 'startedAt'>,
): Promise<void> {
  await db
    .insertInto('attempts')
    .values({
      id: of.id,
      enrolment_id: of.enrolmentId,
      person_id: of.personId,
      module_id: of.moduleId,
      number: of.number,
      asked: JSON.stringify(of.asked),
      started_at: of.startedAt,
      submitted_at: null,
      right_count: null,
      question_count: of.asked.length,
      passed_at: null,
    })
    .execute()
}

/** Hands an attempt in, once; false when it was already. */
export async function saveSubmission(
  db: Reading,
  attemptId: string,
  of: { at: Instant; right: number; passed: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attempts')
    .set({ submitted_at: of.at, right_count: of.right, passed_at: of.passed ? of.at : null })
    .where('id', '=', attemptId)
    .where('submitted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export interface Answer {
  choice: Choice
  answeredAt: Instant
}

/** The answers given so far, by question id. */
export async function answersOf(db: Reading, attemptId: string): Promise<Map<string, Answer>> {
  const rows = await db
    .selectFrom('answers')
    .select(['question_id', 'choice', 'answered_at'])
    .where('attempt_id', '=', attemptId)
    .execute()
  return new Map(
    rows.map((row) => [row.question_id, { choice: JSON.parse(row.choice) as Choice, answeredAt: row.answered_at }]),
  )
}

const answerWhileOpen = keep((db) =>
  db
    .insertInto('answers')
    .columns(['attempt_id', 'question_id', 'choice', 'answered_at'])
    .expression(({ selectFrom, val }) =>
      selectFrom('attempts')
        .select(['id', val(':question').as('question_id'), val(':choice').as('choice'), val(':at').as('answered_at')])
        .where('id', '=', ':attempt')
        .where('submitted_at', 'is', null),
    )
    .onConflict((conflict) =>
      conflict.columns(['attempt_id', 'question_id']).doUpdateSet((set) => ({
        choice: set.ref('excluded.choice'),
        answered_at: set.ref('excluded.answered_at'),
      })),
    ),
)

/** Keeps an answer, in place of an earlier one, as long as the attempt is open; false when it is handed in. */
export async function saveChoice(
  db: Reading,
  of: { attemptId: string; questionId: string; choice: Choice; at: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await answerWhileOpen(db, {
    ':attempt': of.attemptId,
    ':question': of.questionId,
    ':choice': JSON.stringify(of.choice),
    ':at': of.at,
  })
  return (numAffectedRows ?? 0n) > 0n
}

/** Takes an answer back while the attempt is open; false when there was none or it is handed in. */
export async function removeChoice(db: Reading, attemptId: string, questionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('answers')
    .where('attempt_id', '=', attemptId)
    .where('question_id', '=', questionId)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('attempts').select('id').where('id', '=', attemptId).where('submitted_at', 'is', null)),
    )
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
