import { compareFiles, type FileChange } from '#comparing/file-change.ts'
import type { FileList } from '#courses/source-store.ts'
import { type FilePlace, whatIs } from '#drafts/file-path.ts'
import { compareQuestions, type QuestionChanges } from './question-change.ts'

/** A file that changed, and what it is; null for one that no course can have. Hashes stand for texts. */
export type PlacedChange = FileChange & { place: FilePlace | null }

/** What changes in one module, or in what belongs to none (`id` null). */
export interface ModuleChange {
  id: string | null
  kind: 'new' | 'gone' | 'changed'
  files: readonly PlacedChange[]
  questions: QuestionChanges | null
  /** What somebody who knows the module may have to read again. */
  pages: readonly ChangedPage[]
}

/** `questions`: the page is as it was, what is asked about it is not. */
export interface ChangedPage {
  id: string
  kind: 'new' | 'changed' | 'questions'
}

/** A page's file may get another number: the page is its name. */
const withoutNumber = (path: string) => path.replace(/\/\d\d-(?=[^/]*$)/, '/')
export const pageIdOf = (name: string) => name.replace(/^\d\d-/, '').replace(/\.md$/, '')

/** Which files are different in two lists of a course, by module; `textOf`: what a hash stands for. `order`: the modules as they stand in the course. */
export function compareCourse(
  before: FileList,
  after: FileList,
  { textOf, order = [] }: { textOf: (sha256: string | undefined) => string; order?: readonly string[] },
): ModuleChange[] {
  const changes = compareFiles(before, after, withoutNumber).map((change) => ({
    ...change,
    place: whatIs(change.path),
  }))
  const byModule = Map.groupBy(changes, (change) => change.place?.moduleId ?? null)
  const place = (id: string | null) => (id === null ? -2 : order.indexOf(id) === -1 ? order.length : order.indexOf(id))
  return [...byModule]
    .toSorted(([a], [b]) => place(a) - place(b) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([id, files]) => moduleChange(id, files, { before, after, textOf }))
}

interface Around {
  before: FileList
  after: FileList
  textOf: (sha256: string | undefined) => string
}

function moduleChange(
  id: string | null,
  files: readonly PlacedChange[],
  { before, after, textOf }: Around,
): ModuleChange {
  const isIn = (list: FileList) => id === null || [...list.keys()].some((path) => path.startsWith(`${id}/`))
  const kind = !isIn(before) ? 'new' : !isIn(after) ? 'gone' : 'changed'
  const quiz = (list: FileList) => ({
    da: textOf(list.get(`${id}/da/quiz.md`)),
    en: textOf(list.get(`${id}/en/quiz.md`)),
  })
  const asked = files.some((file) => file.place?.kind === 'quiz')
  const questions = asked ? compareQuestions(quiz(before), quiz(after)) : null
  const there = new Set([...after.keys()].flatMap((path) => (path.startsWith(`${id}/`) ? pageOf(path) : [])))
  return { id, kind, files, questions, pages: kind === 'changed' ? changedPages(files, questions, there) : [] }
}

function changedPages(
  files: readonly PlacedChange[],
  questions: QuestionChanges | null,
  there: ReadonlySet<string>,
): ChangedPage[] {
  const pages = new Map<string, ChangedPage>()
  for (const { place, kind } of files) {
    if (place?.kind !== 'page' || kind === 'gone' || kind === 'renamed') continue
    const id = pageIdOf(place.name)
    const isNew = kind === 'new' && pages.get(id)?.kind !== 'changed'
    pages.set(id, { id, kind: isNew ? 'new' : 'changed' })
  }
  for (const { pageId } of [...(questions?.added ?? []), ...(questions?.changed ?? [])])
    if (there.has(pageId) && !pages.has(pageId)) pages.set(pageId, { id: pageId, kind: 'questions' })
  return [...pages.values()]
}

const pageOf = (path: string): string[] => {
  const place = whatIs(path)
  return place?.kind === 'page' ? [pageIdOf(place.name)] : []
}
