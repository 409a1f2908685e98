import type { InBoth } from '#courses/course.ts'
import type { Base } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { readBoth } from './course-forms.ts'
import { seenField } from './removal-pages.ts'
import { type StarterKind, starterKinds } from './starters.ts'
import { typedFields } from './typed-fields.ts'

export const longestTitle = 150

/** A title as it was typed, and whether it can be the first line of a text: there, and not too long. */
export function readTitle(body: unknown): { ok: boolean; title: InBoth } {
  const title = readBoth(typedFields(body), 'title')
  return { ok: title.da !== '' && title.da.length <= longestTitle && title.en.length <= longestTitle, title }
}

export function readKind(body: unknown): StarterKind | null {
  const kind = typedFields(body).line('kind')
  return starterKinds.find((one) => one === kind) ?? null
}

/** Which thing moves, and which way; null when nothing was said. */
export function readMove(body: unknown, field: 'module' | 'page'): { id: string; by: 1 | -1 } | null {
  const typed = typedFields(body)
  const by = typed.line('by')
  return by === 'up' || by === 'down' ? { id: typed.line(field), by: by === 'up' ? -1 : 1 } : null
}

/** The name of a text's file, `01-hvorfor.md`; null for the module as a whole. */
export const readTextName = (input: unknown): string | null => typedFields(input).line('text') || null

/** What a settings form was made from. */
export const readBase = (body: unknown): Base => typedFields(body).line('base')

/** The files of a module that are to go, each as it was seen; with a name, that text alone. */
export function readSeen(body: unknown, moduleId: string, name: string | null): Map<string, Base> {
  const typed = typedFields(body)
  const paths = Object.keys((body ?? {}) as object).flatMap((field) => {
    const path = field.startsWith(seenField('')) ? field.slice(seenField('').length) : ''
    const place = whatIs(path)
    const wanted = place?.moduleId === moduleId && (name === null || place.name === name)
    return wanted ? [path] : []
  })
  return new Map(paths.map((path) => [path, typed.line(seenField(path))]))
}
