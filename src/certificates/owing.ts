import { addDays, type Day } from '#base/dates.ts'
import type { CourseDocument } from '#courses/course.ts'
import { renewalOpensOn } from './renewal.ts'

export interface PageRef {
  moduleId: string
  pageId: string
}

/** A page that whoever holds a certificate earned on an older text is to read again. */
export interface Marking extends PageRef {
  /** Of the revision that changed it. */
  number: number
  dueOn: Day
  /** Whoever earns a certificate on the older text later has as many days, from the day of issue. */
  days: number
}

/** What the holder of a certificate has to read again. */
export interface Owing {
  pages: readonly PageRef[]
  /** The last day for the first of them. */
  dueOn: Day
  /** The last day on which the certificate meets a requirement without them; null when its renewal opens before that. */
  countsTo: Day | null
}

/** Changed pages were read again: the certificate is up to date with a later text than the one it was earned on. */
export interface BroughtUp {
  revisionId: string
  /** Of that revision. */
  number: number
  on: Day
  /** The short renewal it was done in. */
  doneIn: string
}

interface Earned {
  issuedOn: Day
  lastOn: Day | null
  /** The number of the revision it is up to date with. */
  upTo: number
}

type Deadline = Pick<Marking, 'number' | 'dueOn' | 'days'>

/** What a certificate owes by the markings of its course, or null. */
export function owes(markings: readonly Marking[], earned: Earned): Owing | null {
  const unread = markings.filter((one) => one.number > earned.upTo)
  if (unread.length === 0) return null
  const pages = new Map(unread.map(({ moduleId, pageId }) => [`${moduleId}/${pageId}`, { moduleId, pageId }]))
  const dueOn = unread.map((one) => dueOf(one, earned)).reduce(earlier)
  return { pages: [...pages.values()], dueOn, countsTo: countsTo(markings, earned) }
}

/**
 * The last day on which a certificate meets a requirement unless the pages are read; null when nothing keeps it from it. A marking gives way to
 * a renewal that opens on its last day or before: passing the newest text settles everything, and nobody has to do the whole course sooner for
 * the sake of a page.
 */
export function countsTo(deadlines: readonly Deadline[], earned: Earned): Day | null {
  const { lastOn, upTo } = earned
  const binding = deadlines.filter((one) => lastOn === null || one.dueOn < renewalOpensOn(lastOn))
  const days = binding.filter((one) => one.number > upTo).map((one) => dueOf(one, earned))
  return days.length === 0 ? null : days.reduce(earlier)
}

const dueOf = ({ dueOn, days }: Deadline, { issuedOn }: Earned): Day => later(dueOn, addDays(issuedOn, days))

/** Did the certificate stop counting because of it before a day? */
export const isBehind = (owing: Pick<Owing, 'countsTo'> | null, day: Day): boolean =>
  owing !== null && owing.countsTo !== null && owing.countsTo < day

export const hasPage = (course: CourseDocument, { moduleId, pageId }: PageRef): boolean =>
  course.modules.some((module) => module.id === moduleId && module.pages.some((page) => page.id === pageId))

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
