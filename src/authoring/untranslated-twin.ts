import type { Reading } from '#db/work.ts'
import { type Base, baseOf, stateOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { twinPath, whatIs } from '#drafts/file-path.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { titleIn, withTitle } from './title-line.ts'

/** The English file of a Danish one that nobody has translated yet. */
export interface UntranslatedTwin {
  path: string
  base: Base
  isDraft: boolean
  /** Its own title; null where the whole text is the same. */
  title: string | null
}

/** Null for an English file, for one that says something of its own, and while several versions stand beside each other. */
export async function untranslatedTwin(
  db: Reading,
  { courseId, path }: { courseId: string; path: string },
): Promise<UntranslatedTwin | null> {
  const english = whatIs(path)?.language === 'da' ? twinPath(path) : null
  if (english === null) return null
  const [da, en] = [await getWorkingFile(db, courseId, path), await getWorkingFile(db, courseId, english)]
  if (![da, en].every(isSettled)) return null
  const twin = { path: english, base: baseOf(en), isDraft: en.drafts.length > 0 }
  if (workingSha(da) === workingSha(en)) return { ...twin, title: null }
  const [danish, text] = [await textOfFile(db, workingSha(da)), await textOfFile(db, workingSha(en))]
  const title = titleIn(text)
  return title !== '' && withTitle(danish, title) === text ? { ...twin, title } : null
}

const isSettled = (file: WorkingFile): boolean =>
  workingSha(file) !== null && ['published', 'draft'].includes(stateOf(file))

/** What the English file says when the Danish one says `text`. */
export const saidByTwin = ({ title }: UntranslatedTwin, text: string): string =>
  title === null ? text : withTitle(text, title)
