import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { getComment, markSettled } from './comment-store.ts'

/** A trainer has dealt with a comment, whatever came of it. Once more changes nothing. Refuses: forbidden; not-found. */
export async function settleComment(work: Work, courseId: string, id: string): Promise<void> {
  must(may.writeCourse(work.actor), 'settle a comment')
  const { requestId } = await getComment(work.db, courseId, id)
  if (await markSettled(work.db, id, { at: work.at, by: work.actor.personId }))
    await record(work, 'review.settled', requestId, {}, { courseId })
}
