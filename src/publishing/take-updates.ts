import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import { settleUpdate } from '#courses/shipped-store.ts'
import { keptFile } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { baseOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { may } from '#policy.ts'
import { seenUpdate } from './find-updates.ts'
import type { SeenUpdate } from './update.ts'

/** Puts what came with the software in the place of the town's own text, as drafts. Refuses: forbidden; conflict when one of them has changed since it was shown. */
export async function takeUpdates(work: Work, courseId: string, seen: readonly SeenUpdate[]): Promise<void> {
  must(may.writeCourse(work.actor), 'write a course')
  for (const one of seen) {
    const { path, shipped } = await seenUpdate(work.db, courseId, one)
    const base = baseOf(await getWorkingFile(work.db, courseId, path))
    const bytes = shipped === null ? null : await keptFile(work.db, shipped)
    await saveDraft(work, { courseId, path, base, bytes })
    await settleUpdate(work.db, { courseId, path })
  }
  await record(work, 'course.updates-taken', courseId, {}, { courseId, count: seen.length })
}
