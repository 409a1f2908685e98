import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { ReviewRequest } from './request.ts'
import { markEnded } from './store.ts'

/** Takes a link back: from now on it opens nothing; what was said stays. A second time changes nothing. Refuses: forbidden. */
export async function endReview(work: Work, { id, courseId, moduleId }: ReviewRequest): Promise<void> {
  must(may.writeCourse(work.actor), 'take a review back')
  if (await markEnded(work.db, id, work.at)) await record(work, 'review.ended', id, {}, { courseId, moduleId })
}
