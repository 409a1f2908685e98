import { addDays, type Day } from '#base/dates.ts'
import { renewalOpensOn } from '#certificates/renewal.ts'
import type { Job } from '#people/job.ts'
import { dueCourses, requiredCourses, type Spell } from '#requirements/due.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { courseStanding, type Standing, worse } from './standing.ts'

/** What a required course looks like for one person on a day. `behind`: the certificate stands, but pages changed since were not read in time. */
export const courseStates = ['valid', 'expiring', 'behind', 'expired', 'revoked', 'withdrawn', 'missing'] as const
export type CourseState = (typeof courseStates)[number]

export interface CourseLine {
  courseId: string
  standing: Standing
  state: CourseState
  /** The last day of the certificate there is or was; null = none, or no last day. */
  lastOn: Day | null
  /** Last day of grace; null for whoever has the certificate. */
  dueOn: Day | null
  /** The first day without it that was late; null when it is not late. */
  lateSince: Day | null
  /** Ids of the modules passed; a certificate that stands does for all of them. */
  passed: 'all' | ReadonlySet<string>
}

export interface StaffMember {
  personId: string
  /** Jobs held on the day. */
  jobs: readonly Job[]
  /** The first day of the oldest of them. */
  firstOn: Day
  standing: Standing
  courses: readonly CourseLine[]
  /** The first of the due days of what is lacking; null when nothing is. */
  dueOn: Day | null
  /** Since when something has been late; null when nothing is. */
  lateSince: Day | null
}

/** By person and course: the last day of the valid certificate that lasts longest; null = it has none. */
export type Held = ReadonlyMap<string, ReadonlyMap<string, Day | null>>

export interface PastCertificate {
  personId: string
  courseId: string
  issuedOn: Day
  lastOn: Day | null
  /** How it ended before its last day, and the first day it did not stand; null = it ran out. */
  ending: { kind: 'revoked' | 'withdrawn'; fromOn: Day } | null
  /** The last day it counted, where changed pages were not read by then; null when they were, or there were none. */
  countedTo: Day | null
}

export interface PassedModule {
  personId: string
  courseId: string
  moduleId: string
}

/** Everything about the people of one venue. Past certificates and modules need only be there for people who lack something; newest certificate first. */
export interface StaffFacts {
  spells: ReadonlyMap<string, readonly Spell[]>
  requirements: readonly Requirement[]
  held: Held
  past: readonly PastCertificate[]
  passed: readonly PassedModule[]
}

const nothing: ReadonlyMap<string, Day | null> = new Map()

/** Who of the people employed on the day lacks a certificate. */
export function peopleLackingIn(facts: Pick<StaffFacts, 'spells' | 'requirements' | 'held'>, on: Day): string[] {
  return [...facts.spells].flatMap(([personId, spells]) => {
    const held = facts.held.get(personId) ?? nothing
    return requiredCourses(spells, facts.requirements, on).every((courseId) => held.has(courseId)) ? [] : [personId]
  })
}

/** Everybody employed on the day, and how they stand. */
export function staffOf(facts: StaffFacts, on: Day): StaffMember[] {
  const of = {
    past: Map.groupBy(facts.past, (one) => one.personId),
    passed: Map.groupBy(facts.passed, (one) => one.personId),
  }
  const asked = { requirements: facts.requirements, on, isOpen: renewals(on) }
  return [...facts.spells].flatMap(([personId, spells]) => {
    const today = spells.filter((spell) => spell.firstOn <= on && (spell.lastOn === null || on <= spell.lastOn))
    if (today.length === 0) return []
    const own = {
      held: facts.held.get(personId) ?? nothing,
      past: of.past.get(personId) ?? [],
      passed: of.passed.get(personId) ?? [],
    }
    const courses = linesOf(spells, own, asked)
    return {
      personId,
      jobs: [...new Set(today.map((spell) => spell.job))],
      firstOn: today.map((spell) => spell.firstOn).reduce((a, b) => (a < b ? a : b)),
      standing: courses.map((line) => line.standing).reduce(worse, 'covered'),
      courses,
      dueOn: courses.flatMap((line) => line.dueOn ?? []).sort()[0] ?? null,
      lateSince: courses.flatMap((line) => line.lateSince ?? []).sort()[0] ?? null,
    }
  })
}

interface Own extends Pick<StaffFacts, 'past' | 'passed'> {
  held: ReadonlyMap<string, Day | null>
}

interface Asking {
  requirements: readonly Requirement[]
  on: Day
  isOpen(lastOn: Day): boolean
}

/** Is the renewal of a certificate with this last day open? Reckoned once for each last day: many people share one. */
function renewals(on: Day): Asking['isOpen'] {
  const known = new Map<Day, boolean>()
  return (lastOn) => {
    const open = known.get(lastOn) ?? renewalOpensOn(lastOn) <= on
    known.set(lastOn, open)
    return open
  }
}

function linesOf(spells: readonly Spell[], own: Own, { requirements, on, isOpen }: Asking): CourseLine[] {
  const courses = requiredCourses(spells, requirements, on)
  const lacking = courses.filter((courseId) => !own.held.has(courseId))
  const due = dueCourses(
    spells,
    requirements.filter((one) => lacking.includes(one.courseId)),
    on,
  )
  return courses.map((courseId) => {
    const heldTo = own.held.get(courseId)
    if (heldTo !== undefined) return heldLine(courseId, heldTo, isOpen)
    const dueOn = due.find((one) => one.courseId === courseId)?.dueOn as Day
    const past = own.past.filter((one) => one.courseId === courseId)
    const standing = courseStanding({ courseId, dueOn }, false, on)
    const behind = past.find(
      (one) => one.countedTo !== null && one.ending === null && (one.lastOn === null || on <= one.lastOn),
    )
    const last = behind ?? past[0]
    return {
      courseId,
      standing,
      state: behind ? 'behind' : last ? (last.ending?.kind ?? 'expired') : 'missing',
      lastOn: last?.lastOn ?? null,
      dueOn,
      lateSince: standing === 'late' ? addDays([dueOn, ...past.flatMap(lastGoodDay)].sort().at(-1) as Day, 1) : null,
      passed: behind
        ? 'all'
        : new Set(own.passed.filter((one) => one.courseId === courseId).map((one) => one.moduleId)),
    }
  })
}

/** The last day a certificate counted, if it ever did. */
function lastGoodDay({ issuedOn, lastOn, ending, countedTo }: PastCertificate): Day[] {
  if (ending && ending.fromOn <= issuedOn) return []
  const ends = [lastOn, ending && addDays(ending.fromOn, -1), countedTo]
  return ends
    .filter((day) => day !== null)
    .sort()
    .slice(0, 1)
}

function heldLine(courseId: string, lastOn: Day | null, isOpen: Asking['isOpen']): CourseLine {
  const expiring = lastOn !== null && isOpen(lastOn)
  return {
    courseId,
    standing: 'covered',
    state: expiring ? 'expiring' : 'valid',
    lastOn,
    dueOn: null,
    lateSince: null,
    passed: 'all',
  }
}
