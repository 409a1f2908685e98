import { type FileState, stateOf } from '#drafts/draft.ts'
import { twinPath } from '#drafts/file-path.ts'
import { trainerName } from '#publishing/person-words.ts'
import { languages } from '#web/language.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import * as url from './addresses.ts'
import type { Edited } from './editor-find.ts'

/** A text, and the names of those who wrote it by id. */
export interface Standing {
  edited: Edited
  names: ReadonlyMap<string, string | null>
}

/** More than one version stands there, or the published text is another by now. */
export interface VersionsLink {
  url: string
  text: string
}

/** Which version can be thrown away. */
export interface DiscardPart {
  url: string
  base: string
}

/** How a text stands, and who wrote it. */
export interface MetaPart {
  state: State
  said: string | null
  twin: { url: string; label: string } | null
}

/** What a script is told of a save: when, what the next one goes on from, and how the text stands now. */
export interface SavedPart {
  text: string
  base: string
  versions: VersionsLink | null
  meta: MetaPart
  discard: DiscardPart | null
}

export function toSavedPart(w: Words, view: Standing, of: { base: string; at: string }): SavedPart {
  return {
    text: w.t('authoring.editor.savedAt', { time: w.time(of.at) }),
    base: of.base,
    versions: versionsOf(view.edited, w),
    meta: metaOf(view, w),
    discard: discardOf(view.edited),
  }
}

export function metaOf({ edited, names }: Standing, w: Words): MetaPart {
  const state = stateOf(edited.file)
  const last = edited.file.drafts.at(-1)
  const by = last && { name: trainerName(last.writtenBy, names, w), when: w.instant(last.writtenAt) }
  return {
    state: { state: stateNames[state], text: w.t(`authoring.editor.state.${state}`) },
    said: by ? w.t('authoring.editor.writtenBy', by) : null,
    twin: twinOf(edited, w),
  }
}

export function versionsOf({ courseId, path, file }: Edited, w: Words): VersionsLink | null {
  const state = stateOf(file)
  if (state !== 'beside' && state !== 'behind') return null
  return { url: url.versionsUrl(courseId, path), text: w.t(`authoring.editor.${state}`) }
}

export const discardOf = ({ courseId, path, file, base }: Edited): DiscardPart | null =>
  file.drafts.length > 0 ? { url: url.discardUrl(courseId, path), base } : null

const stateNames = { published: 'done', draft: 'open', beside: 'waiting', behind: 'waiting' } as const satisfies Record<
  FileState,
  State['state']
>

function twinOf({ courseId, path, place }: Edited, w: Words): MetaPart['twin'] {
  const twin = twinPath(path)
  const other = languages.find((language) => language !== place.language)
  return twin && other ? { url: url.editUrl(courseId, twin), label: w.t(`authoring.editor.other.${other}`) } : null
}
