import type { Actor } from '#policy.ts'
import { may, type Rule } from '#policy.ts'
import type { DoorPlan } from '#web/doors.ts'
import { fillPath, parametersOf } from './paths.ts'

/** Parameters that name no one's thing: course text for whoever is signed in, and secrets that are their own key. */
const anybodys = new Set([
  'course',
  'module',
  'page',
  'step',
  'revision',
  'file',
  'code',
  'token',
  'n',
  'key',
  'sha256',
])

/** A trainer's desk: courses, with a number for a revision. They are every trainer's. */
const isAboutCourses = (path: string) => path.startsWith('/authoring/')

export const namesAThing = ({ path }: DoorPlan): boolean =>
  !isAboutCourses(path) && parametersOf(path).some((name) => !anybodys.has(name))

/** What is asked about: what is Ines', who works at Havnen. */
export interface Thing {
  personId: string
  venueId: string
  roles: []
  worksAt: string[]
  onceAssociation: false
}

/** What policy.ts says of a route: with a thing of somebody in its address it is about that thing, otherwise about oneself. */
export function isAllowed(route: DoorPlan, actor: Actor, thing: Thing): boolean {
  const rule = may[route.asks as Rule] as (actor: Actor, of: object) => boolean
  const own: Thing = { ...thing, personId: actor.personId }
  return rule(actor, namesAThing(route) ? thing : own)
}

/** What a page needs to be asked about something at all. */
const queries: Readonly<Record<string, string>> = { '/requirements/ending': '?job=any&course=grundkursus' }

/** A course with files (courses/sample-course.ts), which running-town publishes. */
const written = {
  ...{ course: 'prove', module: 'doer', file: 'kort.svg', question: 'hvem', number: '1' },
  '*': 'doer/da/01-hvorfor.md',
}

export const addressOf = ({ path }: DoorPlan, values: Readonly<Record<string, string>>): string =>
  fillPath(path, isAboutCourses(path) ? { ...values, ...written } : { '*': 'x', ...values }) + (queries[path] ?? '')

/** The tiny course has no pictures; those are asked for in the tests of learning. */
export const hasSomething = ({ path }: DoorPlan): boolean => !path.startsWith('/learning/images/')
