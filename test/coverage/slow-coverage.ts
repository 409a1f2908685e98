import { slowDue } from '../requirements/slow-due.ts'
import type { History } from './history.ts'

interface Figures {
  covered: number
  within: number
  late: number
}

/** Is there a certificate that stands and whose changed pages, if any, were read in time or since? */
export function slowlyHeld(
  history: History,
  of: { person: string; course: string },
  on: string,
  known: string,
): boolean {
  const texts = (history.revisions ?? []).filter((one) => one.course === of.course && one.published <= known)
  const [newest] = texts.filter((one) => one.published <= on).sort((a, b) => b.number - a.number)
  const addTo = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
  const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

  return history.certificates.some((one) => {
    if (one.person !== of.person || one.course !== of.course || one.issued > known || one.issued > on) return false
    if (one.lastOn !== null && one.lastOn < on) return false
    if (one.endings.some((ending) => ending.written <= known && ending.from <= on)) return false
    for (const text of texts) {
      if (text.number <= (one.revision ?? 1)) continue
      if ((one.brought ?? []).some((each) => each.number >= text.number && each.done <= on && each.done <= known))
        continue
      for (const { page, dueOn } of text.marked) {
        if (!newest?.pages.includes(page)) continue
        const renewalCameFirst = one.lastOn !== null && addTo(one.lastOn, -60) <= dueOn
        const daysFromIssue = addTo(one.issued, between(text.published, dueOn))
        if (!renewalCameFirst && dueOn < on && daysFromIssue < on) return false
      }
    }
    return true
  })
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
  const valid = (person: string, course: string) => slowlyHeld(history, { person, course }, on, known)

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
