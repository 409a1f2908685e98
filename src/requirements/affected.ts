import type { Day } from '#base/dates.ts'
import { dueCourses, type Spell } from './due.ts'
import type { Requirement } from './requirement.ts'

/** One who works in the job on the day and has no valid certificate: when the course was due and when it will be; null = not required. */
export interface Change {
  personId: string
  venueId: string
  was: Day | null
  becomes: Day | null
}

/** Whom a change of a requirement concerns on the day it begins. */
export interface Affected {
  /** Distinct people with a confirmed employment in the job that day, at how many venues. */
  people: number
  venues: number
  /** Of them: who has a certificate valid that day. */
  holders: number
  /** Who works there unconfirmed and is not counted above. */
  unconfirmed: number
  /** Everybody else, each at the venue where it is due first. */
  changes: readonly Change[]
}

/** By requirements before and after a change: when a course is due for these spells at one venue. */
export function changeAt(
  of: { personId: string; venueId: string; spells: readonly Spell[] },
  {
    before,
    after,
    courseId,
    day,
  }: { before: readonly Requirement[]; after: readonly Requirement[]; courseId: string; day: Day },
): Change {
  const due = (requirements: readonly Requirement[]) =>
    dueCourses(of.spells, requirements, day).find((one) => one.courseId === courseId)?.dueOn ?? null
  return { personId: of.personId, venueId: of.venueId, was: due(before), becomes: due(after) }
}

/** Each person once, with the first of the days and the venue that asks for it then; in order of days, what is not required any more last. */
export function onePerPerson(changes: readonly Change[]): Change[] {
  const people = [...Map.groupBy(changes, (one) => one.personId).values()].map((own) => {
    const [first, ...rest] = own.toSorted((a, b) => byDay(a.becomes, b.becomes) || byDay(a.was, b.was)) as [
      Change,
      ...Change[],
    ]
    return { ...first, was: rest.map((one) => one.was).reduce((a, b) => (byDay(a, b) <= 0 ? a : b), first.was) }
  })
  return people.sort((a, b) => byDay(a.becomes, b.becomes))
}

/** Earlier days first, no day last. */
const byDay = (a: Day | null, b: Day | null): number => (a === b ? 0 : b === null || (a !== null && a < b) ? -1 : 1)

/** How changes fall apart: another deadline than before, none any more, and those for whom nothing changes. */
export const partsOf = (changes: readonly Change[]) => ({
  moved: changes.filter((one) => one.becomes !== null && one.becomes !== one.was),
  freed: changes.filter((one) => one.becomes === null && one.was !== null),
  same: changes.filter((one) => one.becomes === one.was),
})
