import { record } from '#audit/record.ts'
import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { moduleIn, stepIn } from './module.ts'
import { isReached } from './situation.ts'
import { saveStep, stepsOf } from './situation-store.ts'
import { startEnrolment } from './start-enrolment.ts'

/**
 * Writes down a choice in a module's situation and says which step it leads to. `choice` is its place in the step, from 0.
 * Refuses: not-found, also for a step that no earlier choice has led to.
 */
export async function takeStep(
  work: Work,
  { courseId, moduleId, stepId, choice }: { courseId: string; moduleId: string; stepId: string; choice: number },
): Promise<string> {
  const { revision, enrolment } = await startEnrolment(work, courseId)
  const module = moduleIn(revision.document, moduleId)
  const step = stepIn(module, stepId)
  const taken = await stepsOf(work.db, enrolment.id, moduleId)
  found(isReached(module, taken, stepId) || null, 'a step not reached')

  const { to } = found(step.choices[choice], 'choice')
  const ending = stepIn(module, to).outcome
  const id = work.newId()
  await saveStep(work.db, {
    id,
    enrolmentId: enrolment.id,
    moduleId,
    stepId,
    choice,
    nextStepId: to,
    ending,
    at: work.at,
  })
  await record(work, 'situation.chosen', enrolment.id, work.actor, { module: moduleId, step: stepId, choice })
  return to
}
