import type { Day } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Requirement } from './requirement.ts'
import { courseText, daysText, requiredJobText } from './requirement-words.ts'

/** Every requirement there is, will be and was, by course. */
export interface RequirementsPage {
  title: string
  courses: readonly CourseRequirements[]
}

export interface CourseRequirements {
  title: string
  now: readonly RequirementLine[]
  planned: readonly RequirementLine[]
  before: readonly string[]
}

export interface RequirementLine {
  title: string
  text: string
  /** For screen readers, where many links read alike. */
  about: string
  changeUrl: string
  endUrl: string
}

export const requirementsPage = page<RequirementsPage>('requirements/requirements')

export interface RequirementsView {
  requirements: readonly Requirement[]
  courses: readonly Revision[]
  today: Day
}

export function toRequirementsPage({ requirements, courses, today }: RequirementsView, w: Words): RequirementsPage {
  const byCourse = Map.groupBy(requirements, (one) => one.courseId)
  const list = [...byCourse].map(([courseId, all]) => {
    const title = courseText(courseId, courses, w)
    const over = all.filter((one) => one.lastOn !== null && one.lastOn < today)
    return {
      title,
      now: all
        .filter((one) => one.countsFromOn <= today && !over.includes(one))
        .map((one) => toLine(one, title, true, w)),
      planned: all.filter((one) => one.countsFromOn > today).map((one) => toLine(one, title, false, w)),
      before: over.map((one) => wasText(one, w)),
    }
  })
  return { title: w.t('requirements.title'), courses: list.sort((a, b) => (a.title < b.title ? -1 : 1)) }
}

function toLine(one: Requirement, course: string, now: boolean, w: Words): RequirementLine {
  const job = requiredJobText(one.job, w)
  const query = `?course=${encodeURIComponent(one.courseId)}&job=${one.job}`
  return {
    title: w.t('requirements.within', { job, days: daysText(one.days, w) }),
    text: daysOf(one, now, w),
    about: w.t('requirements.about', { job, course }),
    changeUrl: `/requirements/new${query}&days=${one.days}`,
    endUrl: `/requirements/ending${query}`,
  }
}

function daysOf({ countsFromOn, lastOn }: Requirement, now: boolean, w: Words): string {
  const first = w.date(countsFromOn)
  if (lastOn === null) return now ? w.t('requirements.since', { first }) : w.t('requirements.from', { first })
  const days = { first, last: w.date(lastOn) }
  return now ? w.t('requirements.sinceUntil', days) : w.t('requirements.fromUntil', days)
}

const wasText = ({ job, days, countsFromOn, lastOn }: Requirement, w: Words): string =>
  w.t('requirements.was', {
    job: requiredJobText(job, w),
    days: daysText(days, w),
    first: w.date(countsFromOn),
    last: w.date(lastOn ?? countsFromOn),
  })
