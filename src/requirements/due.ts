import { addDays, addMonths, type Day } from '#base/dates.ts'
import type { Job } from '#people/job.ts'
import { isFor, isInForce, type Requirement } from './requirement.ts'

/** Days in one job at one venue, both included; null = no last day yet. */
export interface Spell {
  job: Job
  firstOn: Day
  lastOn: Day | null
}

export interface Due {
  courseId: string
  /** The last day of grace: late from the day after. */
  dueOn: Day
}

/** Coming back within so many calendar months gives no new days of grace. */
const monthsAway = 6

/**
 * The courses required of a person on a day by the jobs held that day at one venue, each with its due day (rule 5.5): first day + days,
 * counted from the requirement's own first day when that is later. The first day is the first of a run in which the course was required:
 * a job or a spell that already required it keeps its earlier start, an absence of at most six months does not end the run.
 * Takes every spell at the venue and every requirement as known, earlier ones too. Sorted by course.
 */
export function dueCourses(spells: readonly Spell[], requirements: readonly Requirement[], day: Day): Due[] {
  const asked = asking(spells, requirements, day)
  return coursesIn(asked).map((courseId) => {
    const start = runStart(requiredPeriods(spells, requirements, courseId, day))
    const days = asked.filter((one) => one.courseId === courseId).map((one) => dueAfter(start, one))
    return { courseId, dueOn: days.reduce(earlier) }
  })
}

/** Why a course is due when it is: which requirement gives the day, and what its days are counted from. */
export interface Reason extends Due {
  requirement: Requirement
  /** The day the days of grace are counted from. */
  firstOn: Day
  /** The job began that day, the requirement did, or it is a start from an earlier job or an earlier time there. */
  because: 'job-began' | 'requirement-began' | 'kept-from-before'
}

/** The requirement behind the due day of `dueCourses`, in the same words as rule 5.5; null when the course is not required that day. */
export function reasonFor(
  spells: readonly Spell[],
  requirements: readonly Requirement[],
  courseId: string,
  day: Day,
): Reason | null {
  const asked = asking(spells, requirements, day).filter((one) => one.courseId === courseId)
  const start = asked.length === 0 ? null : runStart(requiredPeriods(spells, requirements, courseId, day))
  if (start === null) return null
  const requirement = asked.reduce((a, b) => (dueAfter(start, b) < dueAfter(start, a) ? b : a))
  const firstOn = later(start, requirement.countsFromOn)
  const held = spells.filter((spell) => includes(spell, day) && asked.some((one) => isFor(one, spell.job)))
  const jobBegan = held.map((spell) => spell.firstOn).reduce(earlier)
  const because = firstOn < jobBegan ? 'kept-from-before' : firstOn > jobBegan ? 'requirement-began' : 'job-began'
  return { courseId, requirement, firstOn, dueOn: dueAfter(start, requirement), because }
}

/** The same courses without their due days, for the many who have them all. */
export const requiredCourses = (spells: readonly Spell[], requirements: readonly Requirement[], day: Day): string[] =>
  coursesIn(asking(spells, requirements, day))

/** Is somebody late on a day who has not got what was due on another? */
export const isLate = (dueOn: Day, day: Day): boolean => dueOn < day

/**
 * The day that splits people on `day` at a glance: whoever began earlier is late with this requirement, whoever began on it or after is
 * not; null when nobody can be late yet. For counting many people without their whole history: an earlier spell can only move a start back.
 */
export function lateWhenBegunBefore(requirement: Pick<Requirement, 'days' | 'countsFromOn'>, day: Day): Day | null {
  const cutOff = addDays(day, -requirement.days)
  return requirement.countsFromOn < cutOff ? cutOff : null
}

/** The requirements of the jobs held on a day. */
function asking(spells: readonly Spell[], requirements: readonly Requirement[], day: Day): Requirement[] {
  const held = spells.filter((spell) => includes(spell, day))
  return requirements.filter((one) => isInForce(one, day) && held.some((spell) => isFor(one, spell.job)))
}

const coursesIn = (requirements: readonly Requirement[]): string[] =>
  [...new Set(requirements.map((one) => one.courseId))].sort()

const dueAfter = (start: Day, { days, countsFromOn }: Requirement): Day => addDays(later(start, countsFromOn), days)

interface Period {
  firstOn: Day
  lastOn: Day
}

/** The days up to `day` on which a job then held required the course, in order. */
function requiredPeriods(
  spells: readonly Spell[],
  requirements: readonly Requirement[],
  courseId: string,
  day: Day,
): Period[] {
  const alike = requirements.filter((one) => one.courseId === courseId)
  return spells
    .flatMap((spell) => alike.filter((one) => isFor(one, spell.job)).map((one) => overlap(spell, one, day)))
    .filter((period) => period.firstOn <= period.lastOn)
    .sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1))
}

const overlap = (spell: Spell, requirement: Requirement, day: Day): Period => ({
  firstOn: later(spell.firstOn, requirement.countsFromOn),
  lastOn: earlier(earlier(spell.lastOn ?? day, requirement.lastOn ?? day), day),
})

/** The first day of the last run: periods with at most six months between them. There is at least one. */
function runStart([first, ...rest]: readonly Period[]): Day {
  if (!first) throw new Error('a course required on a day has a period')
  let run = first
  for (const period of rest) {
    const goesOn = period.firstOn <= addMonths(run.lastOn, monthsAway)
    run = goesOn ? { firstOn: run.firstOn, lastOn: later(run.lastOn, period.lastOn) } : period
  }
  return run.firstOn
}

const includes = (spell: Spell, day: Day) => spell.firstOn <= day && (spell.lastOn === null || day <= spell.lastOn)
const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
