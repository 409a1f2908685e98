import type { Instant } from '#base/dates.ts'
import type { Outcome } from '#courses/course.ts'
import type { Reading } from '#db/work.ts'

/** One choice in a situation, as it was made. */
export interface StepTaken {
  stepId: string
  /** Place of the choice in the step, from 0. */
  choice: number
  nextStepId: string
  ending: Outcome | null
}

/** The choices made in a module's situation, oldest first. */
export async function stepsOf(db: Reading, enrolmentId: string, moduleId: string): Promise<StepTaken[]> {
  const rows = await db
    .selectFrom('situation_steps')
    .select(['step_id as stepId', 'choice', 'next_step_id as nextStepId', 'ending'])
    .where('enrolment_id', '=', enrolmentId)
    .where('module_id', '=', moduleId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, ending: row.ending as Outcome | null }))
}

export async function saveStep(
  db: Reading,
  of: StepTaken & { id: string; enrolmentId: string; moduleId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('situation_steps')
    .values({
      id: of.id,
      enrolment_id: of.enrolmentId,
      module_id: of.moduleId,
      step_id: of.stepId,
      choice: of.choice,
      next_step_id: of.nextStepId,
      ending: of.ending,
      taken_at: of.at,
    })
    .execute()
}
