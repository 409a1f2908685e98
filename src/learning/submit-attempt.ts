import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import { answersOf, getOwnAttempt, saveSubmission } from './attempt-store.ts'
import { completeCourse } from './complete-course.ts'
import { revisionOf } from './find-standing.ts'
import { mark } from './marking.ts'
import { moduleIn, questionsAsked } from './module.ts'

export type Handed = 'passed' | 'failed' | 'already'

/**
 * Hands the actor's attempt in and marks it against the text it was started on, once. The last module passed completes the course and
 * issues the certificate in the same transaction, or with a short renewal brings it up to date. A second time changes nothing. Refuses: not-found, also for another's attempt.
 */
export async function submitAttempt(work: Work, attemptId: string): Promise<Handed> {
  const attempt = await getOwnAttempt(work.db, work.actor.personId, attemptId)
  const { document } = await revisionOf(work.db, attempt)
  const module = moduleIn(document, attempt.moduleId)
  const answers = await answersOf(work.db, attempt.id)
  const choices = new Map([...answers].map(([id, { choice }]) => [id, choice]))
  const { right, outOf, passed } = mark(questionsAsked(module, attempt.asked), choices, module.quiz.pass)

  const first = await saveSubmission(work.db, attempt.id, { at: work.at, right, passed })
  if (!first) return 'already'
  await record(work, 'attempt.submitted', attempt.id, attempt, { module: module.id, right, outOf })
  if (!passed) return 'failed'
  await completeCourse(work, attempt, document)
  return 'passed'
}
