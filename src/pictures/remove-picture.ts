import { found, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { baseOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { findPictures } from './find-pictures.ts'

/**
 * Takes a picture nothing speaks of out of a module, as a draft; revisions keep theirs. Refuses: not-found; conflict when a text speaks of it;
 * forbidden.
 */
export async function removePicture(
  work: Work,
  { courseId, moduleId, file }: { courseId: string; moduleId: string; file: string },
): Promise<void> {
  const { pictures } = await findPictures(work.db, courseId, moduleId)
  const picture = found(
    pictures.find((one) => one.file === file),
    'picture',
  )
  if (picture.usedIn.length > 0) throw new Refusal('conflict', 'a picture that is shown')
  const base = baseOf(await getWorkingFile(work.db, courseId, picture.path))
  await saveDraft(work, { courseId, path: picture.path, base, bytes: null })
}
