import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { isOpen, type ReviewRequest } from './request.ts'
import { markDone } from './store.ts'

/** A reviewer has gone through it; the link goes on working until its day. Once more changes nothing. Refuses: gone. */
export async function finishReview(work: Work, request: ReviewRequest): Promise<void> {
  const { id, courseId, moduleId } = request
  if (!isOpen(request, work.at)) throw new Refusal('gone', 'this link opens nothing any more')
  if (await markDone(work.db, id, work.at)) await record(work, 'review.done', id, {}, { courseId, moduleId })
}
