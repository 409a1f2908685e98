import { type Language, languages } from '#web/language.ts'
import type { Button, Field, State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { editUrl, moduleUrl, versionsUrl } from './addresses.ts'
import type { WrittenModule, WrittenText } from './find-module.ts'
import { type Names, statesOf, writtenText } from './standing-words.ts'
import { type RefusedTitle, titleFields } from './title-fields.ts'

/** A text of a module on its page: a page, the situation or the help card. */
export interface TextLine {
  title: string
  states: readonly State[]
  lines: readonly string[]
  /** One for each language. */
  edits: readonly EditLink[]
  /** Versions that have to be settled. */
  versions: readonly { url: string; label: string }[]
  moves: readonly Button[]
  rename: { action: string; name: string; fields: readonly Field[]; open: boolean }
  removalUrl: string
}

export interface EditLink {
  url: string
  label: string
  /** Said after the label by screen readers. */
  about: string
}

export interface LineView {
  names: Names
  refused?: RefusedTitle | undefined
}

export function toTextLine(
  { course, part, pages }: WrittenModule,
  text: WrittenText,
  { names, refused }: LineView,
  w: Words,
): TextLine {
  const url = moduleUrl(course.id, part.id)
  const { name, files } = text.pair
  const published = [files.da, files.en].some((file) => file != null && file.published !== null)
  const written = writtenText(text.drafts, names, w)
  const title = text.title[w.language]
  const facts = { published, drafts: text.drafts, unsettled: text.unsettled.length, translation: text.translation }
  return {
    title,
    states: statesOf(facts, w),
    lines: written ? [written] : [],
    edits: editLinks({ courseId: course.id, moduleId: part.id, name, title }, w),
    versions: versionLinks(course.id, text, w),
    moves: movesOf(`${url}/pages/order`, pages, text, w),
    rename: {
      action: `${url}/pages/titles`,
      name,
      fields: titleFields(w, name, { title: text.title, refused }),
      open: refused?.form === name,
    },
    removalUrl: `${url}/removal?text=${name}`,
  }
}

export const editLinks = (
  { courseId, moduleId, name, title }: { courseId: string; moduleId: string; name: string; title: string },
  w: Words,
): EditLink[] =>
  languages.map((language: Language) => ({
    url: editUrl(courseId, `${moduleId}/${language}/${name}`),
    label: w.t(`authoring.edit.${language}`),
    about: title,
  }))

export const versionLinks = (courseId: string, { unsettled }: Pick<WrittenText, 'unsettled'>, w: Words) =>
  unsettled.map(({ path }) => ({ url: versionsUrl(courseId, path), label: w.t('authoring.settle', { path }) }))

function movesOf(action: string, pages: readonly WrittenText[], text: WrittenText, w: Words): Button[] {
  const place = pages.indexOf(text)
  const button = (by: 'up' | 'down'): Button => ({
    action,
    label: w.t(by === 'up' ? 'authoring.up' : 'authoring.down'),
    kind: 'plain',
    fields: { page: text.pair.id, by },
    about: text.title[w.language],
  })
  if (place === -1) return []
  return [...(place > 0 ? [button('up')] : []), ...(place < pages.length - 1 ? [button('down')] : [])]
}
