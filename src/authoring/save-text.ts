import type { Work } from '#db/work.ts'
import { discardDraft } from '#drafts/discard-draft.ts'
import type { Base } from '#drafts/draft.ts'
import { type Saved, type Saving, saveDraft } from '#drafts/save-draft.ts'
import { saidByTwin, untranslatedTwin } from './untranslated-twin.ts'

/**
 * Saves one text as its writer typed it. While nobody has translated it, the English one goes on saying the same: no reader meets the example it
 * was begun with, and no scene or question is there in one language only. Refuses: what `saveDraft` refuses.
 */
export async function saveText(work: Work, saving: Saving & { bytes: Uint8Array }): Promise<Saved> {
  const twin = await untranslatedTwin(work.db, saving)
  const saved = await saveDraft(work, saving)
  if (twin && !saved.beside) {
    const bytes = new TextEncoder().encode(saidByTwin(twin, new TextDecoder().decode(saving.bytes)))
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
