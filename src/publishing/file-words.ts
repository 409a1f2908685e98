import type { CourseDocument } from '#courses/course.ts'
import { plainText } from '#courses/markdown.ts'
import { readModuleFile } from '#courses/module-file.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { type FilePlace, whatIs } from '#drafts/file-path.ts'
import type { Words } from '#web/words.ts'
import { pageIdOf } from './course-change.ts'

/** What courses, modules and pages are called. */
export interface Titles {
  course: string
  module(moduleId: string): string
  page(moduleId: string, pageId: string): string
}

/** The titles of a text in the reader's language; of several texts the first that knows. What none of them knows is called by its id. */
export function titlesOf(
  courseId: string,
  documents: readonly (CourseDocument | null | undefined)[],
  w: Words,
): Titles {
  const known = documents.filter((document) => document != null)
  const modules = (id: string) => known.flatMap((document) => document.modules.filter((module) => module.id === id))
  return {
    course: known[0]?.title[w.language] ?? courseId,
    module: (id) => modules(id)[0]?.title[w.language] ?? id,
    page: (moduleId, pageId) => {
      const pages = modules(moduleId).flatMap((module) => module.pages.filter((page) => page.id === pageId))
      return pages[0]?.title[w.language] ?? pageId
    },
  }
}

/** The same; what is called by its id there is called as it is being written. */
export function withWritten(
  titles: Titles,
  { files, textOf }: { files: readonly WorkingFile[]; textOf: (sha256: string | null) => string },
  w: Words,
): Titles {
  const textAt = (path: string) => {
    const file = files.find((one) => one.path === path)
    return file ? textOf(workingSha(file)) : ''
  }
  const pagePath = (moduleId: string, pageId: string) =>
    files.find(({ path }) => {
      const place = whatIs(path)
      const isHere = place?.kind === 'page' && place.moduleId === moduleId && place.language === w.language
      return isHere && pageIdOf(place.name) === pageId
    })?.path
  return {
    course: titles.course,
    module: (id) => {
      const known = titles.module(id)
      return known !== id ? known : (readModuleFile(textAt(`${id}/module.yaml`), () => {})?.title[w.language] ?? id)
    },
    page: (moduleId, pageId) => {
      const known = titles.page(moduleId, pageId)
      if (known !== pageId) return known
      return plainText(/^#[ \t]+(.*)$/m.exec(textAt(pagePath(moduleId, pageId) ?? ''))?.[1] ?? '') || pageId
    },
  }
}

/** What a file is, in words: `Ring 112 (dansk)`, `Quiz (engelsk)`, `Modulets indstillinger`. */
export function fileTitle(path: string, place: FilePlace | null, titles: Titles, w: Words): string {
  if (!place) return path
  if (place.kind === 'picture') return w.t('publishing.file.picture', { name: place.name })
  const what =
    place.kind === 'page'
      ? titles.page(place.moduleId ?? '', pageIdOf(place.name))
      : w.t(`publishing.file.${place.kind}`)
  if (!place.language) return what
  return w.t('publishing.file.inLanguage', { what, language: w.t(`publishing.language.${place.language}`) })
}
