import type { Language } from '#web/language.ts'
import type { CourseDocument } from './course.ts'

const field = /\{\{lokalt:([a-z0-9-]+)\}\}/g

/**
 * Replaces every `{{lokalt:key}}` in HTML of a course by the town's text, escaped, or by the neutral text while the
 * town has none. `values` are by key, a venue's value already put before the town's. Safe in text and in attributes.
 */
export function fillLocal(
  html: string,
  course: Pick<CourseDocument, 'local'>,
  language: Language,
  values: Readonly<Record<string, string>>,
): string {
  if (!html.includes('{{lokalt:')) return html
  return html.replaceAll(field, (_, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key]?.trim() : ''
    const neutral = Object.hasOwn(course.local, key) ? course.local[key]?.neutral[language] : ''
    return escaped(value || neutral || '')
  })
}

/** The keys of the local facts a text asks for, each once. */
export function localKeysIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(field), (match) => match[1] as string))]
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] as string)
