import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import { settleUpdate } from '#courses/shipped-store.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { seenUpdate } from './find-updates.ts'
import type { SeenUpdate } from './update.ts'

/** The town's own text stays as it is; the update is not offered again. Refuses: forbidden; conflict when either has changed since it was shown. */
export async function keepOwn(work: Work, courseId: string, seen: SeenUpdate): Promise<void> {
  must(may.writeCourse(work.actor), 'write a course')
  const { path } = await seenUpdate(work.db, courseId, seen)
  await settleUpdate(work.db, { courseId, path })
  await record(work, 'course.update-kept', courseId, {}, { courseId })
}
