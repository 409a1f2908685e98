import type { CourseDocument } from '#courses/course.ts'
import type { FilePlace } from '#drafts/file-path.ts'
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
