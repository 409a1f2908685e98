import type { Day } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { listedStateOn } from '#certificates/state.ts'
import { certificatesOf } from '#certificates/store.ts'
import type { Revision } from '#courses/course.ts'
import { findPublished, getRevision } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import type { Enrolment } from './attempt.ts'
import { findEnrolment } from './store.ts'

/** Where somebody stands in a course: the text to show, and the enrolment it belongs to. */
export interface Standing {
  revision: Revision
  /** Null when nothing is started, or when a renewal is open: the first thing done starts an enrolment. */
  enrolment: Enrolment | null
}

/**
 * The text and enrolment that count for a person today: the open enrolment; the completed one until its renewal opens; otherwise
 * the newest published text. Refuses: not-found.
 */
export async function findStanding(db: Reading, personId: string, courseId: string, today: Day): Promise<Standing> {
  const newest = await findEnrolment(db, personId, courseId)
  const counts = newest !== null && (newest.completedAt === null || !(await mayRenew(db, newest, today)))
  if (counts) return { revision: await getRevision(db, newest.revisionId), enrolment: newest }
  return { revision: found(await findPublished(db, courseId), 'course'), enrolment: null }
}

/** A renewal opens 60 days before the last day (rule 5.2), and at once when the certificate has ended: while one is plainly valid there is none. */
async function mayRenew(db: Reading, enrolment: Enrolment, today: Day): Promise<boolean> {
  const held = await certificatesOf(db, enrolment.personId)
  return !held.some((one) => one.courseId === enrolment.courseId && listedStateOn(one, today) === 'valid')
}
