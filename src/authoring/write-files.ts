import type { Work } from '#db/work.ts'
import { type Base, baseOf, publishedBase } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { workingFiles } from '#drafts/store.ts'

/** A file as it is to be; null: it is to go. `base` is what the writer had before her; left out: what stands there now, because she did not type it. */
export interface Written {
  path: string
  text: string | Uint8Array | null
  base?: Base
}

/** Writes files of a course as drafts; whether another version stands beside one of them. Refuses: what `saveDraft` refuses. */
export async function writeFiles(
  work: Work,
  courseId: string,
  files: readonly Written[],
): Promise<{ beside: boolean }> {
  const now = new Map((await workingFiles(work.db, courseId)).map((file) => [file.path, baseOf(file)]))
  let beside = false
  for (const { path, text, base } of files) {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const seen = base ?? now.get(path) ?? publishedBase(null)
    const saved = await saveDraft(work, { courseId, path, base: seen, bytes })
    beside ||= saved.beside
  }
  return { beside }
}
