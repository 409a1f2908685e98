import type { Chance } from '#base/chance.ts'
import { addDays, addMonths, type Day, daysBetween } from '#base/dates.ts'
import type { Job } from '#people/job.ts'
import { basicCourse, furtherCoursesFor } from './curriculum.ts'
import { invent, jobsByShare, townVenues } from './town.ts'

/** One run through a course: on which day, and how many of its modules. */
export interface Run {
  courseId: string
  on: Day
  modules: number
  /** Fails the first quiz once before passing it. */
  stumbles: boolean
}

/** What happens to one invented person, day by day. */
export interface Life {
  name: string
  language: 'da' | 'en'
  job: Job
  /** Short names; the first is where it started. */
  venues: readonly string[]
  firstOn: Day
  lastOn: Day | null
  /** Null: not confirmed yet. */
  confirmedAfterDays: number | null
  runs: readonly Run[]
}

/** The town is a little older than a certificate lasts, so that some have run out. */
export const townAgeDays = 800

/** All modules there are. */
export const wholeCourse = Number.POSITIVE_INFINITY

const validityMonths = 24

/** Invents the lives of a town up to today; the same chance gives the same lives. Every kind of certificate state is among them. */
export function inventLives(count: number, today: Day, chance: Chance): Life[] {
  return Array.from({ length: count }, (_, n) => inventLife(n, today, chance))
}

function inventLife(n: number, today: Day, chance: Chance): Life {
  const oneIn = (times: number) => chance(times) === 0
  const manages = n < townVenues.length
  const age = daysSinceJoining(n, chance)
  const firstOn = addDays(today, -age)
  const leaves = oneIn(6) && age > 90 && !manages
  const job = manages ? 'manager' : (jobsByShare[chance(jobsByShare.length)] as Job)
  const venues = [n % townVenues.length, ...(oneIn(8) ? [(n + 4) % townVenues.length] : [])]
  return {
    name: invent(n),
    language: oneIn(7) ? 'en' : 'da',
    job,
    venues: venues.map((place) => townVenues[place]?.slug as string),
    firstOn,
    lastOn: leaves ? addDays(firstOn, 60 + chance(age - 60)) : null,
    confirmedAfterDays: age < 10 ? null : 1 + chance(4),
    runs: [...inventBasicRuns(firstOn, today, chance), ...inventFurtherRuns(job, firstOn, today, chance)],
  }
}

/** Managers and every fifth were there from the start, every ninth is new and some of these not yet confirmed, the rest came in between. */
function daysSinceJoining(n: number, chance: Chance): number {
  if (n < townVenues.length || n % 5 === 0) return townAgeDays - 2 - chance(60)
  return n % 9 === 0 ? 2 + chance(25) : 28 + chance(townAgeDays - 50)
}

function inventBasicRuns(firstOn: Day, today: Day, chance: Chance): Run[] {
  const kind = chance(100)
  if (kind < 7) return []
  const after = kind < 15 ? 32 + chance(80) : 3 + chance(25)
  const halfWay = kind >= 15 && kind < 22
  const first = {
    courseId: basicCourse,
    on: addDays(firstOn, after),
    modules: halfWay ? 1 : wholeCourse,
    stumbles: chance(5) === 0,
  }
  const runs = [first]
  if (!halfWay && chance(10) < 6) {
    const lastOn = addMonths(first.on, validityMonths)
    runs.push({ courseId: basicCourse, on: addDays(lastOn, -50 + chance(60)), modules: wholeCourse, stumbles: false })
  }
  return runs.filter((run) => daysBetween(run.on, today) > 0)
}

/** Four of five do what their job asks for in time, some late, some not at all. */
function inventFurtherRuns(job: Job, firstOn: Day, today: Day, chance: Chance): Run[] {
  return furtherCoursesFor(job).flatMap(({ courseId, days, sinceDaysAgo }) => {
    const required = addDays(today, -sinceDaysAgo)
    const begins = firstOn > required ? firstOn : required
    const kind = chance(20)
    const after = kind < 2 ? days + chance(40) : 2 + chance(days - 4)
    const on = addDays(begins, after)
    return kind === 19 || on >= today ? [] : [{ courseId, on, modules: wholeCourse, stumbles: false }]
  })
}
