import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { baseOf, workingSha } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { languages } from '#web/language.ts'
import { findPictures } from './find-pictures.ts'
import { altIn, pictureLine, withLine } from './picture-line.ts'

/**
 * Shows a picture at the end of a page, in every language the page is written in; a text that shows it already is left as it is. In how many
 * texts it was put. Refuses: not-found for a picture or page that is not there, or a picture nobody has described; forbidden.
 */
export async function insertPicture(
  work: Work,
  of: { courseId: string; moduleId: string; file: string; page: string },
): Promise<number> {
  const { courseId, moduleId, file, page } = of
  const { pictures, pages } = await findPictures(work.db, courseId, moduleId)
  const alt = found(pictures.find((one) => one.file === file)?.alt, 'picture with a text')
  found(
    pages.find((one) => one.name === page),
    'page',
  )
  let count = 0
  for (const language of languages) {
    const path = `${moduleId}/${language}/${page}`
    const working = await getWorkingFile(work.db, courseId, path)
    const text = await textOfFile(work.db, workingSha(working))
    if (workingSha(working) === null || altIn(text, file) !== null) continue
    const bytes = new TextEncoder().encode(withLine(text, pictureLine(alt[language], file)))
    await saveDraft(work, { courseId, path, base: baseOf(working), bytes })
    count++
  }
  return count
}
