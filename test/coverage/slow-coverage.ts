import { slowDue } from '../requirements/slow-due.ts'
import type { History } from './history.ts'

interface Figures {
  covered: number
  within: number
  late: number
}

/** Rules 5.6 and 5.7 read aloud: every person, every venue, every certificate, one after the other. Slow, and written without the other. */
export function slowCoverage(
  history: History,
  on: string,
  known: string,
): { venues: Record<string, Figures>; town: Figures } {
  const believed = <T extends { written: string; superseded: string | null }>(facts: readonly T[]) =>
    facts.filter((one) => one.written <= known && !(one.superseded !== null && one.superseded <= known))
  const confirmed = believed(history.employments).filter((one) => one.confirmed)
  const requirements = believed(history.requirements).map((one) => ({
    job: one.job,
    courseId: one.course,
    days: one.days,
    countsFromOn: one.from,
    lastOn: one.lastOn,
  }))
  const valid = (person: string, course: string) =>
    history.certificates.some((one) => {
      if (one.person !== person || one.course !== course || one.issued > known || one.issued > on) return false
      if (one.lastOn !== null && one.lastOn < on) return false
      return !one.endings.some((ending) => ending.written <= known && ending.from <= on)
    })

  const names = [...new Set(history.employments.map((one) => one.venue))]
  const people = [...new Set(history.employments.map((one) => one.person))]
  const venues = Object.fromEntries(names.map((name) => [name, { covered: 0, within: 0, late: 0 }]))
  const town = { covered: 0, within: 0, late: 0 }
  for (const person of people) {
    const standings: string[] = []
    for (const name of names) {
      const spells = confirmed.filter((one) => one.person === person && one.venue === name)
      if (!spells.some((one) => one.firstOn <= on && (one.lastOn === null || on <= one.lastOn))) continue
      const lacking = slowDue(spells, requirements, on).filter((due) => !valid(person, due.courseId))
      const standing = lacking.length === 0 ? 'covered' : lacking.some((due) => due.dueOn < on) ? 'late' : 'within'
      ;(venues[name] as Figures)[standing]++
      standings.push(standing)
    }
    if (standings.length === 0) continue
    if (standings.includes('late')) town.late++
    else if (standings.includes('within')) town.within++
    else town.covered++
  }
  return { venues, town }
}
