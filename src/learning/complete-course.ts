import { record } from '#audit/record.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import type { CourseDocument } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import { courseProgress } from './progress.ts'
import { completeEnrolment, factsOf } from './store.ts'

export interface Running {
  enrolmentId: string
  personId: string
  courseId: string
  revisionId: string
}

/** Completes an enrolment once all its modules are passed, and issues the certificate; before that it changes nothing. */
export async function completeCourse(work: Work, of: Running, document: CourseDocument): Promise<void> {
  const { personId, courseId, revisionId, enrolmentId } = of
  const { passed } = courseProgress(document, await factsOf(work.db, enrolmentId), work.at)
  if (!passed) return
  await completeEnrolment(work.db, enrolmentId, work.at)
  await record(work, 'enrolment.completed', enrolmentId, { personId })
  await issueCertificate(work, { personId, courseId, revisionId, enrolmentId })
}
