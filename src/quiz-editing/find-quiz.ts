import { found } from '#base/refusal.ts'
import type { InBoth } from '#courses/course.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { plainText } from '#courses/markdown.ts'
import { type FileList, keptFiles } from '#courses/source-store.ts'
import type { Twin } from '#courses/twins.ts'
import type { Reading } from '#db/work.ts'
import { type Base, baseOf, type WorkingFile } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { lookAtFile, refusedBecause } from '#reader/look.ts'
import type { FileLook } from '#reader/look-at.ts'
import { neededFor } from '#reader/surroundings.ts'
import { type QuizPlace, quizPath } from './addresses.ts'
import { type QuizForm, readForm } from './quiz-form.ts'

/** The quiz of a module as it is being written, and what its questions can point to. */
export interface FoundQuiz {
  place: QuizPlace
  files: Twin<WorkingFile>
  forms: Twin<QuizForm>
  bases: Twin<Base>
  /** Pages of the module, in order; a title may be empty. */
  pages: readonly { id: string; title: string }[]
  folder: CourseFolder
}

/** Refuses: not-found for a course or a module that is not there. */
export async function findQuiz(db: Reading, place: QuizPlace): Promise<FoundQuiz> {
  const all = await workingFiles(db, place.courseId)
  const list = new Map([...listOf(all)].filter(([path]) => !path.includes('/') || isInside(path, place)))
  found(
    [...list.keys()].find((path) => isInside(path, place)),
    'module',
  )
  const folder = await folderFor(db, place, list)
  const file = (path: string) => all.find((one) => one.path === path) ?? { path, published: null, drafts: [] }
  const files = { da: file(quizPath(place, 'da')), en: file(quizPath(place, 'en')) }
  const form = (path: string) => readForm(textIn(folder, path))
  return {
    place,
    files,
    forms: { da: form(files.da.path), en: form(files.en.path) },
    bases: { da: baseOf(files.da), en: baseOf(files.en) },
    pages: pagesIn(folder),
    folder,
  }
}

const isInside = (path: string, { moduleId }: QuizPlace) => path.startsWith(`${moduleId}/`)
const isDanishPage = (path: string) => whatIs(path)?.kind === 'page' && whatIs(path)?.language === 'da'

/** With the contents that are read here or by the reader; of the rest only the names. */
async function folderFor(db: Reading, place: QuizPlace, list: FileList): Promise<CourseFolder> {
  const read = new Set(neededFor(quizPath(place, 'da')))
  const wanted = [...list].filter(([path]) => read.has(path) || isDanishPage(path))
  const bytes = await keptFiles(
    db,
    wanted.map(([, sha256]) => sha256),
  )
  const files = new Map([...list].map(([path, sha256]) => [path, bytes.get(sha256) ?? null]))
  return { id: place.courseId, path: `courses/${place.courseId}`, files }
}

const textIn = ({ files }: CourseFolder, path: string) => new TextDecoder().decode(files.get(path) ?? undefined)

function pagesIn(folder: CourseFolder): FoundQuiz['pages'] {
  return [...folder.files.keys()].filter(isDanishPage).map((path) => {
    const line = /^#[ \t]+(.*)$/m.exec(textIn(folder, path))?.[1] ?? ''
    return { id: path.slice(path.lastIndexOf('/') + 4, -'.md'.length), title: plainText(line.slice(0, 200)) }
  })
}

/** What the reader says of both files; or why it did not read them. */
export type LookedAtQuiz = { looks: Twin<FileLook>; refused: null } | { looks: null; refused: 'busy' | 'too-large' }

export async function lookAtQuiz(house: Pick<House, 'reader'>, { folder, files }: FoundQuiz): Promise<LookedAtQuiz> {
  try {
    const [da, en] = await Promise.all([files.da, files.en].map(({ path }) => lookAtFile(house, { folder, path })))
    return { looks: { da: da as FileLook, en: en as FileLook }, refused: null }
  } catch (error) {
    return { looks: null, refused: refusedBecause(error) }
  }
}

/** What a quiz is called that is yet to be begun. */
export const quizTitles = (looked: LookedAtQuiz): InBoth => ({
  da: titled(looked.looks?.da.titles.module?.da),
  en: titled(looked.looks?.da.titles.module?.en),
})

const titled = (title: string | undefined) => (title ? `Quiz: ${title}` : 'Quiz')
