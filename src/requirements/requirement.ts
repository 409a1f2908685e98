import type { Day } from '#base/dates.ts'
import type { Job } from '#people/job.ts'

/** Whom a requirement is for: one job, or every job. */
export type RequiredJob = Job | 'any'

/** This job needs this course within so many days, from a day on. */
export interface Requirement {
  job: RequiredJob
  courseId: string
  /** Days of grace. */
  days: number
  countsFromOn: Day
  /** Last day it counts, when another took its place; null = it still counts. */
  lastOn: Day | null
}

export const isFor = (requirement: Requirement, job: Job): boolean =>
  requirement.job === 'any' || requirement.job === job

export const isInForce = (requirement: Requirement, day: Day): boolean =>
  requirement.countsFromOn <= day && (requirement.lastOn === null || day <= requirement.lastOn)
