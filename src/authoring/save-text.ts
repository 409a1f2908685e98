import type { Reading, Work } from '#db/work.ts'
import { discardDraft } from '#drafts/discard-draft.ts'
import { type Base, baseOf, stateOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { twinPath, whatIs } from '#drafts/file-path.ts'
import { type Saved, type Saving, saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { titleIn, withTitle } from './title-line.ts'

/**
 * Saves one text as its writer typed it. While the English text says what the Danish one says, nobody has translated it: it goes on saying the
 * same, under its own title where it has one. Refuses: what `saveDraft` refuses.
 */
export async function saveText(work: Work, saving: Saving & { bytes: Uint8Array }): Promise<Saved> {
  const twin = await untranslatedTwin(work.db, saving)
  const saved = await saveDraft(work, saving)
  if (twin && !saved.beside) {
    const text = new TextDecoder().decode(saving.bytes)
    const bytes = new TextEncoder().encode(twin.title === null ? text : withTitle(text, twin.title))
    await saveDraft(work, { courseId: saving.courseId, path: twin.path, base: twin.base, bytes })
  }
  return saved
}

/** Throws a version of a text away, and with it an English one that only said the same. Refuses: what `discardDraft` refuses. */
export async function discardText(work: Work, of: { courseId: string; path: string; base: Base }): Promise<void> {
  const twin = await untranslatedTwin(work.db, of)
  await discardDraft(work, of)
  if (twin?.isDraft) await discardDraft(work, { courseId: of.courseId, path: twin.path, base: twin.base })
}

interface UntranslatedTwin {
  path: string
  base: Base
  isDraft: boolean
  /** Its own title; null where the whole text is the same. */
  title: string | null
}

/** The English file of a Danish one, while it says the same and one version of each stands there. */
async function untranslatedTwin(
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
