import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { stands } from '#certificates/state.ts'
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
export function lackingOn(
  { employments, requirements, certificates, closed }: LackingFacts,
  day: Day,
): RequiredCourse[] {
  const held = new Set(certificates.filter((one) => stands(one, day)).map((one) => one.courseId))
  const lacking = [...Map.groupBy(employments, (one) => one.venueId)].flatMap(([venueId, own]) => {
    const spells = own.flatMap((one) => one.spells).filter((spell) => spell.firstOn <= day)
    return closed.has(venueId) ? [] : requiredAt(venueId, spells, requirements, day)
  })
  return lacking.filter((one) => !held.has(one.courseId)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}
