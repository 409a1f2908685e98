import type { ModuleDocument } from '#courses/course.ts'
import type { StepTaken } from './situation-store.ts'

/** Can this step be stood on? The first always; the others once a choice has led there. */
export const isReached = (module: ModuleDocument, taken: readonly StepTaken[], stepId: string): boolean =>
  module.situation?.steps[0]?.id === stepId || taken.some((one) => one.nextStepId === stepId)

/** The choice that has just led to this step, or null: at the start, and on a step come back to by its address. */
export function choiceBefore(taken: readonly StepTaken[], stepId: string): StepTaken | null {
  const last = taken.at(-1)
  return last?.nextStepId === stepId ? last : null
}

/** Has an ending been reached, this time or an earlier one? */
export const isEnded = (taken: readonly StepTaken[]): boolean => taken.some((one) => one.ending !== null)
