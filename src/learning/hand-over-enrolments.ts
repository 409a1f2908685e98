import { getRevision } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { type Enrolment, isShort } from './attempt.ts'
import { completeCourse } from './complete-course.ts'
import { giveEnrolment, pourInto } from './hand-over-store.ts'
import { enrolmentsOf } from './store.ts'

/**
 * What one person has learned, another has: two records were of the same person. Where both are in the middle of the same text, what was done
 * in either counts together, and when that is all of it the certificate is issued. In the middle of two different texts of a course, the kept
 * person goes on with the own one, and the other stays with the record it was done on. A short renewal goes along with the certificate it is of. The caller has asked the policy and records it.
 */
export async function handOverEnrolments(work: Work, { from, to }: { from: string; to: string }): Promise<void> {
  for (const theirs of await enrolmentsOf(work.db, from)) {
    const isOpen = theirs.completedAt === null && !isShort(theirs)
    const own = isOpen ? await openEnrolment(work, to, theirs.courseId) : null
    if (!own) await giveEnrolment(work.db, theirs.id, to)
    else if (own.revisionId === theirs.revisionId) await unite(work, theirs, own)
  }
}

const openEnrolment = async (work: Work, personId: string, courseId: string): Promise<Enrolment | null> =>
  (await enrolmentsOf(work.db, personId)).find(
    (one) => one.courseId === courseId && one.completedAt === null && !isShort(one),
  ) ?? null

async function unite(work: Work, theirs: Enrolment, own: Enrolment): Promise<void> {
  const { id: enrolmentId, personId, courseId, revisionId, renews } = own
  await pourInto(work.db, theirs.id, { enrolmentId, personId })
  const { document } = await getRevision(work.db, revisionId)
  const themselves = { ...work, actor: { personId, roles: [], manages: [] } }
  await completeCourse(themselves, { enrolmentId, personId, courseId, revisionId, renews }, document)
}
