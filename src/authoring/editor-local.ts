import type { CourseDocument } from '#courses/course.ts'
import { fillLocal, localKeysIn } from '#courses/local.ts'
import { addressKey } from '#town/local-values.ts'
import type { Language } from '#web/language.ts'

/** What a course leaves open, and what the town says there. */
export interface LocalTexts {
  course: Pick<CourseDocument, 'local'>
  language: Language
  values: Readonly<Record<string, string>>
}

const field = /\{\{lokalt:[a-z0-9-]+\}\}/g

/** HTML of a course with its local facts filled in and marked, so that a writer sees what comes from the town. Attributes take no marks. */
export const markLocal = (html: string, { course, language, values }: LocalTexts): string =>
  html.includes('{{lokalt:')
    ? html.replaceAll(/<[^>]*>|[^<]+/g, (part) =>
        part.startsWith('<')
          ? fillLocal(part, course, language, values)
          : part.replaceAll(field, (one) => `<mark class="local">${fillLocal(one, course, language, values)}</mark>`),
      )
    : html

export interface LocalLine {
  key: string
  label: string
  text: string
  /** `unfilled`: the town says nothing of its own, and ought to. `usual`: it says nothing, and that is right in most towns. */
  state: 'filled' | 'unfilled' | 'usual'
}

/** The local facts a text asks for, with what stands there. */
export function localLines(text: string, { course, language, values }: LocalTexts): LocalLine[] {
  return localKeysIn(text)
    .filter((key) => Object.hasOwn(course.local, key))
    .map((key) => {
      const { label, neutral, usual = false } = course.local[key] as CourseDocument['local'][string]
      const own = Object.hasOwn(values, key) ? values[key]?.trim() : ''
      const state = own ? 'filled' : usual || key === addressKey ? 'usual' : 'unfilled'
      return { key, label: label[language], text: own || neutral[language], state }
    })
}
