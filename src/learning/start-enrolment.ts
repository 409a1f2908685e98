import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import type { Enrolment } from './attempt.ts'
import { findStanding, type Standing } from './find-standing.ts'
import { closeShort, saveEnrolment } from './store.ts'

/**
 * The actor's enrolment in a course: the one that counts today, or a new one on the newest text, which it pins; a short renewal, when pages have
 * to be read again, with those pages. Starting again changes nothing. Refuses: not-found.
 */
export async function startEnrolment(work: Work, courseId: string): Promise<Standing & { enrolment: Enrolment }> {
  const { personId } = work.actor
  const standing = await findStanding(work.db, personId, courseId, work.today)
  if (standing.enrolment) return { ...standing, enrolment: standing.enrolment }

  const revisionId = standing.revision.id
  const { earnedIn = null, pages = null } = standing.short?.owed ?? {}
  const running = { startedAt: work.at, completedAt: null, renews: earnedIn, pages }
  const enrolment = { id: work.newId(), personId, courseId, revisionId, ...running }
  if (earnedIn !== null) await closeShort(work.db, earnedIn, work.at)
  await saveEnrolment(work.db, enrolment)
  const particulars = { revision: revisionId }
  await record(
    work,
    earnedIn === null ? 'enrolment.started' : 'rereading.started',
    enrolment.id,
    { personId },
    particulars,
  )
  return { ...standing, enrolment }
}
