import { addDays, type Day } from '#base/dates.ts'
import { type Job, jobs } from '#people/job.ts'

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

export const requiredJobs = ['any', ...jobs] as const satisfies readonly RequiredJob[]

/** What is left of a requirement that ends on a day at the latest; null = nothing, because it would have begun later. */
export function upTo<Known extends Requirement>(one: Known, lastOn: Day): Known | null {
  if (one.countsFromOn > lastOn) return null
  return one.lastOn !== null && one.lastOn <= lastOn ? one : { ...one, lastOn }
}

/** Which requirement is meant: one job and one course have one after the other. */
export type Meant = Pick<Requirement, 'job' | 'courseId'>

export const isMeant = (one: Requirement, { job, courseId }: Meant): boolean =>
  one.job === job && one.courseId === courseId

/** All requirements as they would be once one of them ends on a day. */
export const endedOn = (all: readonly Requirement[], of: Meant & { lastOn: Day }): Requirement[] =>
  all.flatMap((one) => (isMeant(one, of) ? (upTo(one, of.lastOn) ?? []) : one))

/** All requirements as they would be once one is set from a day on. */
export const setFrom = (all: readonly Requirement[], of: Omit<Requirement, 'lastOn'>): Requirement[] => [
  ...endedOn(all, { ...of, lastOn: addDays(of.countsFromOn, -1) }),
  { ...of, lastOn: null },
]
