import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import { publishedBase } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import type { Arrival } from './arrival.ts'
import type { Files } from './manifest.ts'

/**
 * Makes drafts of these files of a package; nothing is published by it. Every one begins from what is published now, so that what somebody is
 * writing stays beside it and nothing is lost. How many drafts stand beside others. Refuses: forbidden; too-large for a file that is larger
 * than a course can have.
 */
export async function takePackage(
  work: Work,
  of: { id: string; courseId: string; files: Files; arrivals: readonly Arrival[] },
): Promise<number> {
  const { id, courseId, files, arrivals } = of
  let beside = 0
  for (const { path, published } of arrivals) {
    const saved = await saveDraft(work, {
      courseId,
      path,
      base: publishedBase(published),
      bytes: files.get(path) ?? null,
    })
    if (saved.beside) beside++
  }
  await record(work, 'package.taken', id, {}, { files: arrivals.length })
  return beside
}
