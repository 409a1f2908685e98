import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { type Base, draftBase } from './draft.ts'
import { getWorkingFile, supersede } from './store.ts'

/** Throws one version of a file away, as its reader has it before her. Refuses: forbidden; conflict when somebody has written on it since. */
export async function discardDraft(work: Work, of: { courseId: string; path: string; base: Base }): Promise<void> {
  must(may.writeCourse(work.actor), 'write a course')
  const { drafts } = await getWorkingFile(work.db, of.courseId, of.path)
  const draft = drafts.find((one) => draftBase(one) === of.base)
  if (!draft) throw new Refusal('conflict', 'somebody has written on it')
  await supersede(work.db, [draft.id], { at: work.at, by: work.actor.personId })
  await record(work, 'draft.discarded', draft.id)
}
