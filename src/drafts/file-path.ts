import { isSlug } from '#courses/attributes.ts'
import { cardFile } from '#courses/card.ts'
import { isPictureName } from '#courses/pictures.ts'
import { mostKilobytes } from '#courses/source-text.ts'
import { type Language, languages } from '#web/language.ts'

/** What a file of a course is, by its path alone. */
export interface FilePlace {
  kind: 'course' | 'module' | 'page' | 'quiz' | 'situation' | 'card' | 'picture'
  /** Null for the course's own file. */
  moduleId: string | null
  /** Null for what is the same in every language. */
  language: Language | null
  /** The last part of the path. */
  name: string
}

/** What a path inside a course's folder means; null for one that no course can have. */
export function whatIs(path: string): FilePlace | null {
  if (path === 'course.yaml') return { kind: 'course', moduleId: null, language: null, name: path }
  const [moduleId = '', second = '', third, ...more] = path.split('/')
  if (!isSlug(moduleId) || more.length > 0) return null
  if (third === undefined) return ofModule(moduleId, second)
  const language = languages.find((one) => one === second)
  const kind = textKind(third)
  return language && kind ? { kind, moduleId, language, name: third } : null
}

function ofModule(moduleId: string, name: string): FilePlace | null {
  const kind = name === 'module.yaml' ? 'module' : isPictureName(name) ? 'picture' : null
  return kind && { kind, moduleId, language: null, name }
}

function textKind(name: string): FilePlace['kind'] | null {
  if (name === 'quiz.md') return 'quiz'
  if (name === 'situation.md') return 'situation'
  if (name === cardFile) return 'card'
  return name.length <= 80 && /^\d\d-[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(name) ? 'page' : null
}

/** The most bytes a file of its kind may have. */
export function mostBytes({ kind }: FilePlace): number {
  const asFile = kind === 'course' || kind === 'module' ? 'yaml' : kind === 'card' ? 'page' : kind
  return mostKilobytes[asFile] * 1000
}

/** The same file in the other language; null for what is the same in every language. */
export function twinPath(path: string): string | null {
  const place = whatIs(path)
  const other = languages.find((language) => language !== place?.language)
  return place?.language && other ? `${place.moduleId}/${other}/${place.name}` : null
}
