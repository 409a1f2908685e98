import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { getSignOff, markWithdrawn } from './sign-off-store.ts'

/** A wrong sign-off is shown nowhere any more, on no revision, and the name on it is forgotten. Refuses: forbidden; not-found, also a second time. */
export async function withdrawSignOff(work: Work, courseId: string, id: string): Promise<void> {
  must(may.writeCourse(work.actor), 'withdraw a sign-off')
  const { moduleId } = await getSignOff(work.db, courseId, id)
  await markWithdrawn(work.db, id, work.at)
  await record(work, 'sign-off.withdrawn', id, {}, { courseId, moduleId })
}
