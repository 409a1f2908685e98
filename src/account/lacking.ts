import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { counts } from '#certificates/state.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { type RequiredCourse, requiredAt } from '#requirements/store.ts'

export interface LackingFacts {
  employments: readonly WholeEmployment[]
  requirements: readonly Requirement[]
  certificates: readonly Certificate[]
  /** Closed venues ask nothing. */
  closed: ReadonlySet<string>
}

/** What each venue requires on a day that a person has no valid certificate of, with why; the most urgent first. */
function lackingOn({ employments, requirements, certificates, closed }: LackingFacts, day: Day): RequiredCourse[] {
  const held = new Set(certificates.filter((one) => counts(one, day)).map((one) => one.courseId))
  const lacking = [...Map.groupBy(employments, (one) => one.venueId)].flatMap(([venueId, own]) => {
    const spells = own.flatMap((one) => one.spells).filter((spell) => spell.firstOn <= day)
    return closed.has(venueId) ? [] : requiredAt(venueId, spells, requirements, day)
  })
  return lacking.filter((one) => !held.has(one.courseId)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

/**
 * The same from today on: what is required today, and what will be from the day of a planned job or a planned requirement. Every course once
 * for each venue, as it is required first. Takes every requirement there is, planned ones as well.
 */
export function lackingFrom(facts: LackingFacts, today: Day): RequiredCourse[] {
  const begins = [
    ...facts.employments.flatMap((one) => one.spells.map((spell) => spell.firstOn)),
    ...facts.requirements.map((one) => one.countsFromOn),
  ]
  const days = [today, ...new Set(begins.filter((day) => day > today))].sort()
  const lacking: RequiredCourse[] = []
  for (const day of days)
    for (const one of lackingOn(facts, day))
      if (!lacking.some((known) => known.courseId === one.courseId && known.venueId === one.venueId)) lacking.push(one)
  return lacking
}
