import { addDays, type Day } from '#base/dates.ts'
import { renewalOpensOn } from '#certificates/renewal.ts'
import type { Job } from '#people/job.ts'
import { dueCourses, requiredCourses, type Spell } from '#requirements/due.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { courseStanding, type Standing, worse } from './standing.ts'

/** What a required course looks like for one person on a day. */
export const courseStates = ['valid', 'expiring', 'expired', 'revoked', 'withdrawn', 'missing'] as const
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
  /** Ids of the modules passed; a valid certificate stands for all of them. */
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

export interface HeldCertificate {
  personId: string
  courseId: string
  lastOn: Day | null
}

export interface PastCertificate extends HeldCertificate {
  issuedOn: Day
  /** How it ended before its last day, and the first day it did not stand; null = it ran out. */
  ending: { kind: 'revoked' | 'withdrawn'; fromOn: Day } | null
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
  held: readonly HeldCertificate[]
  past: readonly PastCertificate[]
  passed: readonly PassedModule[]
}

/** Who of the people employed on the day lacks a certificate. */
export function peopleLackingIn(facts: Pick<StaffFacts, 'spells' | 'requirements' | 'held'>, on: Day): string[] {
  const held = Map.groupBy(facts.held, (one) => one.personId)
  return [...facts.spells].flatMap(([personId, spells]) => {
    const courses = new Set(held.get(personId)?.map((one) => one.courseId))
    return requiredCourses(spells, facts.requirements, on).every((courseId) => courses.has(courseId)) ? [] : [personId]
  })
}

/** Everybody employed on the day, and how they stand. */
export function staffOf(facts: StaffFacts, on: Day): StaffMember[] {
  const of = {
    held: Map.groupBy(facts.held, (one) => one.personId),
    past: Map.groupBy(facts.past, (one) => one.personId),
    passed: Map.groupBy(facts.passed, (one) => one.personId),
  }
  return [...facts.spells].flatMap(([personId, spells]) => {
    const today = spells.filter((spell) => spell.firstOn <= on && (spell.lastOn === null || on <= spell.lastOn))
    if (today.length === 0) return []
    const own = {
      held: of.held.get(personId) ?? [],
      past: of.past.get(personId) ?? [],
      passed: of.passed.get(personId) ?? [],
    }
    const courses = linesOf(spells, facts.requirements, own, on)
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

type Own = Pick<StaffFacts, 'held' | 'past' | 'passed'>

function linesOf(spells: readonly Spell[], requirements: readonly Requirement[], own: Own, on: Day): CourseLine[] {
  const courses = requiredCourses(spells, requirements, on)
  const lacking = courses.filter((courseId) => !own.held.some((one) => one.courseId === courseId))
  const due = lacking.length === 0 ? [] : dueCourses(spells, requirements, on)
  return courses.map((courseId) => {
    const held = own.held.filter((one) => one.courseId === courseId)
    if (held.length > 0) return heldLine(courseId, held, on)
    const dueOn = due.find((one) => one.courseId === courseId)?.dueOn as Day
    const past = own.past.filter((one) => one.courseId === courseId)
    const standing = courseStanding({ courseId, dueOn }, false, on)
    return {
      courseId,
      standing,
      state: past[0] ? (past[0].ending?.kind ?? 'expired') : 'missing',
      lastOn: past[0]?.lastOn ?? null,
      dueOn,
      lateSince: standing === 'late' ? addDays([dueOn, ...past.flatMap(lastGoodDay)].sort().at(-1) as Day, 1) : null,
      passed: new Set(own.passed.filter((one) => one.courseId === courseId).map((one) => one.moduleId)),
    }
  })
}

/** The last day a certificate stood, if it ever did. */
function lastGoodDay({ issuedOn, lastOn, ending }: PastCertificate): Day[] {
  if (!ending) return lastOn === null ? [] : [lastOn]
  if (ending.fromOn <= issuedOn) return []
  const before = addDays(ending.fromOn, -1)
  return [lastOn !== null && lastOn < before ? lastOn : before]
}

function heldLine(courseId: string, held: readonly HeldCertificate[], on: Day): CourseLine {
  const days = held.map((one) => one.lastOn)
  const lastOn = days.includes(null) ? null : (days.sort().at(-1) as Day)
  const expiring = lastOn !== null && renewalOpensOn(lastOn) <= on
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
