import { record } from '#audit/record.ts'
import type { Chance } from '#base/chance.ts'
import type { Work } from '#db/work.ts'
import type { Try } from './attempt.ts'
import { saveAttempt } from './attempt-store.ts'
import { drawQuestions } from './draw.ts'
import { findStanding } from './find-standing.ts'
import { moduleIn } from './module.ts'
import { moduleProgress, nextOf, noFacts } from './progress.ts'
import { factsOf } from './store.ts'

/** The attempt that is open now; or no attempt, with the one that passed when there is one. */
export type Started = { attemptId: string } | { passed: Try | null }

/**
 * Starts the actor's attempt at a module's quiz, its questions drawn and pinned; returns to the open one when there is one.
 * Starts nothing and writes nothing when the module is passed or has no questions, a page is unread, the situation has not ended, the exercise is not passed or there is a pause.
 * Refuses: not-found.
 */
export async function startAttempt(
  work: Work,
  { courseId, moduleId, chance }: { courseId: string; moduleId: string; chance: Chance },
): Promise<Started> {
  const { personId } = work.actor
  const { revision, enrolment } = await findStanding(work.db, personId, courseId, work.today)
  const module = moduleIn(revision.document, moduleId)
  const facts = enrolment ? await factsOf(work.db, enrolment.id) : noFacts
  const progress = moduleProgress(module, facts, work.at)
  const next = nextOf(progress)
  if (next?.kind === 'attempt') return { attemptId: next.attemptId }
  if (!enrolment || enrolment.completedAt || next?.kind !== 'quiz') return { passed: progress.tries.passed }

  const asked = drawQuestions(module, chance)
  const number = facts.tries.filter((one) => one.moduleId === moduleId).length + 1
  const id = work.newId()
  await saveAttempt(work.db, { id, enrolmentId: enrolment.id, personId, moduleId, number, asked, startedAt: work.at })
  await record(work, 'attempt.started', id, { personId }, { module: moduleId, number })
  return { attemptId: id }
}
