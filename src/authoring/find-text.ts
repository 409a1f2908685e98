import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import { type Base, baseOf, workingSha } from '#drafts/draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'

/** A text of a course as it stands now, and the base to save it from. Refuses: not-found. */
export async function findText(db: Reading, courseId: string, path: string): Promise<{ text: string; base: Base }> {
  const file = await getWorkingFile(db, courseId, path)
  const sha256 = found(workingSha(file), path)
  return { text: tidyEnds(await textOfFile(db, sha256)), base: baseOf(file) }
}

/** The text that a writer had before her, by the base her form carries. Refuses: not-found. */
export async function textOfBase(db: Reading, base: Base): Promise<string> {
  const sha256 = base.split(' ')[1] ?? 'none'
  return tidyEnds(await textOfFile(db, sha256 === 'none' ? null : sha256))
}

const tidyEnds = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC')
