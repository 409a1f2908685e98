import { dayOf, instantOf } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import { listPublished } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { employmentsOf } from '#people/employment-store.ts'
import type { Owed } from '#rereading/owed.ts'
import type { Enrolment } from './attempt.ts'
import { findCourseProgress } from './find-progress.ts'
import { findStanding } from './find-standing.ts'
import type { CourseProgress } from './progress.ts'
import { enrolmentsOf } from './store.ts'

/** A course as it stands for one person. */
export interface OwnCourse {
  revision: Revision
  enrolment: Enrolment | null
  progress: CourseProgress
  /** Completed before, and open for renewal: nothing of the new run is done. */
  renewal: boolean
  /** Pages of it have to be read again: nothing but them is in `revision`. */
  owed: Owed | null
}

/** The published courses that are for a person: for everybody, for a job of hers, required or begun. Without an employment all of them. */
export async function findCourses(
  db: Reading,
  personId: string,
  { required, now }: { required: readonly { courseId: string }[]; now: Date },
): Promise<OwnCourse[]> {
  const today = dayOf(now)
  const [published, enrolments, employments] = await Promise.all([
    listPublished(db),
    enrolmentsOf(db, personId),
    employmentsOf(db, personId, today),
  ])
  const begun = new Set(enrolments.map((enrolment) => enrolment.courseId))
  const hers = new Set([...begun, ...required.map((one) => one.courseId)])
  const isForHer = ({ document: { id, audience } }: Revision) =>
    audience === 'all' ||
    hers.has(id) ||
    employments.length === 0 ||
    employments.some(({ job }) => audience.includes(job))

  return Promise.all(
    published.filter(isForHer).map(async ({ courseId }) => {
      const { revision, enrolment, short } = await findStanding(db, personId, courseId, today)
      const progress = await findCourseProgress(db, revision.document, enrolment, instantOf(now))
      const renewal = enrolment === null && short === null && begun.has(courseId)
      return { revision, enrolment, progress, renewal, owed: short?.owed ?? null }
    }),
  )
}
