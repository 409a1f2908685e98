import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { textOf } from '#courses/source-text.ts'
import { type Language, languages } from '#web/language.ts'

/** A course without faults: what it says, and the files it was read from. */
export interface CourseText {
  folder: CourseFolder
  course: CourseDocument
}

/** One text file of a module: `path` is its name in remarks. */
export interface TextFile {
  path: string
  name: string
  language: Language
  text: string
}

/** The Markdown files of a module, Danish ones first, in the order of their names. */
export const textsOf = ({ folder }: CourseText, module: ModuleDocument): TextFile[] =>
  languages.flatMap((language) => {
    const inside = `${module.id}/${language}/`
    const paths = [...folder.files.keys()].filter((path) => path.startsWith(inside) && path.endsWith('.md')).toSorted()
    return paths.map((path) => ({
      path: `${folder.path}/${path}`,
      name: path.slice(inside.length),
      language,
      text: textOf(folder.files.get(path) ?? null, 'quiz', () => {}) ?? '',
    }))
  })

const pageFile = /^\d\d-/
export const pagesOf = (text: CourseText, module: ModuleDocument): TextFile[] =>
  textsOf(text, module).filter(({ name }) => pageFile.test(name))
