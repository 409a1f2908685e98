import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { type Base, draftBase, publishedBase } from './draft.ts'
import { type Saved, type Saving, saveDraft } from './save-draft.ts'
import { getWorkingFile, supersede } from './store.ts'

/**
 * Puts one text in the place of the versions its writer has before her; it counts as begun from what is published now. Versions that came since
 * stay beside it. Refuses as saveDraft does; conflict when none of the versions is there any more.
 */
export async function settleDraft(
  work: Work,
  { bases, ...of }: Omit<Saving, 'base'> & { bases: readonly Base[] },
): Promise<Saved> {
  const { published, drafts } = await getWorkingFile(work.db, of.courseId, of.path)
  const seen = drafts.filter((draft) => bases.includes(draftBase(draft)))
  if (seen.length === 0) throw new Refusal('conflict', 'somebody else settled it')
  await supersede(
    work.db,
    seen.map((draft) => draft.id),
    { at: work.at, by: work.actor.personId },
  )
  const saved = await saveDraft(work, { ...of, base: publishedBase(published) })
  await record(work, 'draft.settled', saved.base.split(' ')[0] ?? '', {}, { versions: seen.length })
  return saved
}
