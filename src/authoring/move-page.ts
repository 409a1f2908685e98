import { found, Refusal } from '#base/refusal.ts'
import { keptFile } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { stateOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { workingFiles } from '#drafts/store.ts'
import { languages } from '#web/language.ts'
import { moduleOutline } from './outline.ts'
import { movedBy, renumbered } from './page-order.ts'
import { type Written, writeFiles } from './write-files.ts'

/**
 * Moves a page by one place: the number in its file's name changes in both languages, its id does not. Refuses: forbidden; not-found; conflict
 * while versions of a page that would get another name stand beside each other.
 */
export async function movePage(
  work: Work,
  of: { courseId: string; moduleId: string; pageId: string; by: 1 | -1 },
): Promise<void> {
  const { courseId, moduleId } = of
  const files = (await workingFiles(work.db, courseId)).filter((file) => workingSha(file) !== null)
  const { pages } = moduleOutline(moduleId, files)
  const page = found(
    pages.find((one) => one.id === of.pageId),
    'page',
  )
  const names = pages.map((one) => one.name)
  const renamings = renumbered(movedBy(names, page.name, of.by))
  const written: Written[] = []
  for (const { from, to } of renamings)
    for (const language of languages) {
      const file = files.find((one) => one.path === `${moduleId}/${language}/${from}`)
      if (file) written.push({ path: `${moduleId}/${language}/${to}`, text: await bytesOf(work, file) })
    }
  const filled = new Set(written.map((one) => one.path))
  const left = renamings
    .flatMap(({ from }) => languages.map((language) => `${moduleId}/${language}/${from}`))
    .filter((path) => !filled.has(path) && files.some((file) => file.path === path))
  await writeFiles(work, courseId, [...written, ...left.map((path) => ({ path, text: null }))])
}

async function bytesOf(work: Work, file: WorkingFile): Promise<Uint8Array> {
  if (stateOf(file) === 'beside') throw new Refusal('conflict', 'versions stand beside each other')
  return keptFile(work.db, found(workingSha(file), file.path))
}
