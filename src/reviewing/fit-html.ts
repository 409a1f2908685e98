import type { CourseDocument } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import { pictureAddress } from '#courses/pictures.ts'
import type { Language } from '#web/language.ts'
import { reviewUrl } from './addresses.ts'

/** What HTML of a module has to be fitted to. */
export interface Frame {
  token: string
  moduleId: string
  language: Language
  /** The local facts the course speaks of, and what the town has filled in. */
  course: Pick<CourseDocument, 'local'>
  values: Readonly<Record<string, string>>
}

/**
 * HTML of a module as it stands in a reviewer's page: local facts filled in, pictures under the link, headings one level down because the text's
 * own title is a heading of the page. Raw HTML never comes out of Markdown, so a heading's tag is one.
 */
export const fitHtml = (html: string, { token, moduleId, language, course, values }: Frame): string =>
  fillLocal(html, course, language, values)
    .replaceAll(pictureAddress(moduleId, ''), `${reviewUrl(token)}/pictures/`)
    .replaceAll(/<(\/?)h([23])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}>`)
