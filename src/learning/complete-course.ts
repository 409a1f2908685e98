import { record } from '#audit/record.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import type { CourseDocument } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import { bringUpToDate } from '#rereading/bring-up-to-date.ts'
import { courseProgress } from './progress.ts'
import { completeEnrolment, factsOf } from './store.ts'

export interface Running {
  enrolmentId: string
  personId: string
  courseId: string
  revisionId: string
  /** Set for a short renewal. */
  renews: string | null
}

/**
 * Completes an enrolment once all modules of its text are passed, and issues the certificate; a short renewal brings the one there is up to date
 * instead. Before that it changes nothing.
 */
export async function completeCourse(work: Work, of: Running, document: CourseDocument): Promise<void> {
  const { renews, personId, courseId, revisionId, enrolmentId } = of
  const earned = { personId, courseId, revisionId, enrolmentId }
  const { passed } = courseProgress(document, await factsOf(work.db, enrolmentId), work.at)
  if (!passed) return
  await completeEnrolment(work.db, enrolmentId, work.at)
  if (renews !== null) return bringUpToDate(work, { ...earned, earnedIn: renews })
  await record(work, 'enrolment.completed', enrolmentId, { personId })
  await issueCertificate(work, earned)
}
