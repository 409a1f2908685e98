import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import { settleUpdate } from '#courses/shipped-store.ts'
import type { Work } from '#db/work.ts'
import { baseOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { may } from '#policy.ts'
import { seenUpdate } from './find-updates.ts'
import type { SeenUpdate } from './update.ts'

/** Saves a text that joins the town's own and the one that came, as a draft. Refuses: forbidden; too-large; conflict when either has changed since it was shown. */
export async function saveMerged(
  work: Work,
  courseId: string,
  { text, ...seen }: SeenUpdate & { text: string },
): Promise<void> {
  must(may.writeCourse(work.actor), 'write a course')
  const { path } = await seenUpdate(work.db, courseId, seen)
  const base = baseOf(await getWorkingFile(work.db, courseId, path))
  await saveDraft(work, { courseId, path, base, bytes: Buffer.from(text) })
  await settleUpdate(work.db, { courseId, path })
  await record(work, 'course.update-merged', courseId, {}, { courseId })
}
