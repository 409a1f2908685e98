import { record } from '#audit/record.ts'
import { found } from '#base/refusal.ts'
import type { InBoth } from '#courses/course.ts'
import { sha256Of } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { baseOf, workingSha } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile, workingFiles } from '#drafts/store.ts'
import { pictureName } from './picture-name.ts'
import type { Picture } from './read-picture.ts'
import { insertSaid } from './store.ts'

/**
 * Puts a picture into a module as a draft, named by its alternative text; the name of its file. The very same picture is there once, with what
 * was said of it last. Refuses: not-found for a module that is not there; forbidden.
 */
export async function uploadPicture(
  work: Work,
  of: { courseId: string; moduleId: string; picture: Picture; alt: InBoth; containsText: boolean },
): Promise<string> {
  const { courseId, moduleId, picture, alt, containsText } = of
  const inside = (await workingFiles(work.db, courseId)).filter(({ path }) => whatIs(path)?.moduleId === moduleId)
  found(
    inside.find((file) => workingSha(file) !== null),
    'module',
  )
  const sha256 = sha256Of(picture.bytes)
  const pictures = inside.filter(({ path }) => whatIs(path)?.kind === 'picture')
  const alike = pictures.find((file) => workingSha(file) === sha256)
  const taken = new Set(pictures.map(({ path }) => path.slice(moduleId.length + 1, path.lastIndexOf('.'))))
  const path = alike?.path ?? `${moduleId}/${pictureName(alt.da, taken)}.${picture.extension}`
  const base = baseOf(await getWorkingFile(work.db, courseId, path))
  await saveDraft(work, { courseId, path, base, bytes: picture.bytes })
  await insertSaid(work.db, { courseId, path, sha256, alt, containsText, at: work.at, by: work.actor.personId })
  await record(work, 'picture.uploaded', sha256, {}, { bytes: picture.bytes.length })
  return path.slice(moduleId.length + 1)
}
