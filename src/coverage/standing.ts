import type { Day } from '#base/dates.ts'
import { type Due, isLate } from '#requirements/due.ts'

/** How a person stands: all required certificates valid, something still to come but nothing late, or something late. */
export const standings = ['covered', 'within', 'late'] as const
export type Standing = (typeof standings)[number]

/** Rule 5.6 for one person: required courses with their due days, and those whose certificate is valid on the day. */
export function standingOf(required: readonly Due[], held: ReadonlySet<string>, day: Day): Standing {
  return required.map((due) => courseStanding(due, held.has(due.courseId), day)).reduce(worse, 'covered')
}

export function courseStanding(due: Due, held: boolean, day: Day): Standing {
  if (held) return 'covered'
  return isLate(due.dueOn, day) ? 'late' : 'within'
}

export const worse = (a: Standing, b: Standing): Standing => (standings.indexOf(a) > standings.indexOf(b) ? a : b)
