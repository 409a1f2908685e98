import type { Day } from '#base/dates.ts'
import { type Job, jobs } from '#people/job.ts'
import { dueCourses, lateWhenBegunBefore, type Spell } from '#requirements/due.ts'
import { isFor, isInForce, type Requirement } from '#requirements/requirement.ts'
import { type Figures, nobody } from './figures.ts'
import { courseStanding, type Standing, worse } from './standing.ts'

/**
 * For each job that needs a course on a day: whoever lacks it and began that job before this day is late; null = nobody can be late yet.
 * Beginning on the day or after may still be late by an earlier spell.
 */
export function cutOffsOf(requirements: readonly Requirement[], courseId: string, day: Day): Map<Job, Day | null> {
  const alike = requirements.filter((one) => one.courseId === courseId && isInForce(one, day))
  const needing = jobs.filter((job) => alike.some((one) => isFor(one, job)))
  return new Map(needing.map((job) => [job, latestCutOff(alike, job, day)]))
}

function latestCutOff(alike: readonly Requirement[], job: Job, day: Day): Day | null {
  const days = alike.filter((one) => isFor(one, job)).map((one) => lateWhenBegunBefore(one, day))
  return days.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null)
}

/** How somebody without the course stands by every spell at the venue. */
export function standingWithout(
  courseId: string,
  spells: readonly Spell[],
  requirements: readonly Requirement[],
  day: Day,
): Standing {
  const due = dueCourses(spells, requirements, day).find((one) => one.courseId === courseId)
  if (!due) throw new Error(`${courseId} is not required by these spells`)
  return courseStanding(due, false, day)
}

interface Place {
  venueId: string
  standing: Standing
  next: Place | null
}

/** The worst standing of each person at each venue. A chain a person, because very many may lack something, nearly all at one venue. */
export class Tally {
  readonly #people = new Map<string, Place>()

  add(venueId: string, personId: string, standing: Standing): void {
    const first = this.#people.get(personId) ?? null
    for (let place = first; place; place = place.next)
      if (place.venueId === venueId) {
        place.standing = worse(place.standing, standing)
        return
      }
    this.#people.set(personId, { venueId, standing, next: first })
  }

  /** Of the people who lack something: everybody at each venue, and everybody once, late where late anywhere. */
  figures(): { venues: ReadonlyMap<string, Figures>; town: Figures } {
    const venues = new Map<string, Record<Standing, number>>()
    const town = { ...nobody }
    for (const first of this.#people.values()) {
      let worst = first.standing
      for (let place: Place | null = first; place; place = place.next) {
        worst = worse(worst, place.standing)
        const known = venues.get(place.venueId)
        if (known) known[place.standing]++
        else venues.set(place.venueId, { ...nobody, [place.standing]: 1 })
      }
      town[worst]++
    }
    return { venues, town }
  }
}
