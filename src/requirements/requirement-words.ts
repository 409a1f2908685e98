import type { Revision } from '#courses/course.ts'
import { jobKey } from '#people/job.ts'
import type { Words } from '#web/words.ts'
import type { RequiredJob } from './requirement.ts'

/** A job, or every job, as it is called on pages. */
export const requiredJobText = (job: RequiredJob, w: Words): string =>
  job === 'any' ? w.t('requirements.everybody') : w.t(jobKey(job))

export const daysText = (days: number, w: Words): string => w.t('requirements.days', { count: days })

/** The title of a course; its id when it is not published any more. */
export const courseText = (courseId: string, courses: readonly Revision[], w: Words): string =>
  courses.find((one) => one.courseId === courseId)?.document.title[w.language] ?? courseId
