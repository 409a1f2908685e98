import { Refusal } from '#base/refusal.ts'
import type { InBoth, RevisionLine } from '#courses/course.ts'
import { offeredUpdates } from '#courses/shipped-store.ts'
import { filesOf } from '#courses/source-store.ts'
import { findPublished, revisionsOf } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { textOfFile, workingFiles } from '#drafts/store.ts'
import { type ModuleOutline, outlineOf } from './outline.ts'
import { openYaml } from './rewrite-yaml.ts'
import { type DraftSum, draftSum, type TranslationSum, translationSum, unsettled } from './standing.ts'
import type { PastFiles } from './translation.ts'
import { bothAt } from './yaml-fields.ts'

/** A course as its writers find it. */
export interface CourseStanding {
  id: string
  title: InBoth
  /** The newest; null while nothing is published. */
  revision: RevisionLine | null
  files: readonly WorkingFile[]
  modules: ReadonlyMap<string, ModuleOutline>
  /** Oldest first. */
  history: readonly PastFiles[]
  drafts: DraftSum | null
  /** Files in several versions, or begun from a text that is no longer published. */
  unsettled: readonly WorkingFile[]
  /** Files that came along with the software and differ. */
  updates: number
  translation: TranslationSum
}

/** Refuses: not-found for a course that is neither published nor written. */
export async function findStanding(db: Reading, courseId: string): Promise<CourseStanding> {
  const files = await workingFiles(db, courseId)
  const lines = await revisionsOf(db, courseId)
  if (files.length === 0 && lines.length === 0) throw new Refusal('not-found', 'course')
  const history = await findHistory(db, lines)
  const modules = outlineOf(files)
  return {
    id: courseId,
    title: await findTitle(db, courseId, files),
    revision: lines[0] ?? null,
    files,
    modules,
    history,
    drafts: draftSum(files),
    unsettled: unsettled(files),
    updates: (await offeredUpdates(db, courseId)).length,
    translation: translationSum(modules.values(), history),
  }
}

async function findHistory(db: Reading, lines: readonly RevisionLine[]): Promise<PastFiles[]> {
  const past: PastFiles[] = []
  for (const { id, origin, publishedAt } of lines.toReversed())
    past.push({ origin, publishedAt, files: await filesOf(db, id) })
  return past
}

/** As it is being written; while that cannot be read, as it is published. */
async function findTitle(db: Reading, courseId: string, files: readonly WorkingFile[]): Promise<InBoth> {
  const yaml = files.find((file) => file.path === 'course.yaml')
  const document = yaml && openYaml(await textOfFile(db, workingSha(yaml)))
  const title = document && bothAt(document, ['title'])
  if (title?.da) return { da: title.da, en: title.en || title.da }
  return (await findPublished(db, courseId))?.document.title ?? { da: courseId, en: courseId }
}
