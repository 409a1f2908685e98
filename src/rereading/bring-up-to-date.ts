import { record } from '#audit/record.ts'
import { getRevision } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { saveRereading } from './store.ts'

/**
 * Writes down that a short renewal is done: the certificates earned in `earnedIn` are up to date with its revision, and nothing about them
 * changes. A second time changes nothing. Called in the transaction that completes it; the caller has asked the policy. Refuses: not-found.
 */
export async function bringUpToDate(
  work: Work,
  of: { personId: string; courseId: string; revisionId: string; earnedIn: string; enrolmentId: string },
): Promise<void> {
  const { personId, courseId, revisionId, earnedIn, enrolmentId } = of
  const { number } = await getRevision(work.db, revisionId)
  const done = { earnedIn, courseId, revisionId, number, doneIn: enrolmentId, at: work.at, on: work.today }
  if (await saveRereading(work.db, done))
    await record(work, 'rereading.completed', enrolmentId, { personId }, { courseId, number })
}
