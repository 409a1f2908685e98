import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import type { Enrolment } from './attempt.ts'
import { findStanding, type Standing } from './find-standing.ts'
import { saveEnrolment } from './store.ts'

/**
 * The actor's enrolment in a course: the one that counts today, or a new one on the newest text, which it pins.
 * Starting again changes nothing. Refuses: not-found.
 */
export async function startEnrolment(work: Work, courseId: string): Promise<Standing & { enrolment: Enrolment }> {
  const { personId } = work.actor
  const standing = await findStanding(work.db, personId, courseId, work.today)
  if (standing.enrolment) return { ...standing, enrolment: standing.enrolment }

  const revisionId = standing.revision.id
  const enrolment = { id: work.newId(), personId, courseId, revisionId, startedAt: work.at, completedAt: null }
  await saveEnrolment(work.db, enrolment)
  await record(work, 'enrolment.started', enrolment.id, { personId }, { revision: revisionId })
  return { ...standing, enrolment }
}
