import { twinPath } from '#drafts/file-path.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import * as url from './addresses.ts'
import { type FaultsPart, toFaultsPart } from './editor-faults.ts'
import type { Edited, Looked } from './editor-find.ts'
import { type PreviewPart, toPreview } from './editor-preview.ts'
import {
  type DiscardPart,
  discardOf,
  type MetaPart,
  metaOf,
  type Standing,
  type VersionsLink,
  versionsOf,
} from './editor-standing.ts'

/** What the reader says of the text that is being written, and how it will look. */
export interface LookPart {
  /** It was not read, and why. */
  refused: string | null
  faults: FaultsPart | null
  preview: PreviewPart | null
  /** Where what is filled in by form is filled in. */
  settings: { url: string; label: string } | null
  /** Where the town fills in its local facts, for who may. */
  localUrl: string | null
  /** The faulty lines are shown as well: there is no script to lead to them. */
  quoted: boolean
}

/** One text of a course in a box, and beside it what becomes of it. */
export interface EditorPage {
  title: string
  /** Course and module in words. */
  where: readonly { url: string; label: string }[]
  language: 'da' | 'en'
  meta: MetaPart
  versions: VersionsLink | null
  /** Something about the text before it is written. */
  hint: string | null
  action: string
  previewAction: string
  base: string
  sitting: string
  text: string
  fault: string | null
  saved: string
  /** Saves, and leads to what the text belongs to. */
  saveAndGo: string
  discard: DiscardPart | null
  /** Markdown, with buttons that write it; else a file of settings. */
  isText: boolean
  /** The local facts the course has, to be put into the text. */
  locals: readonly { key: string; label: string }[]
  look: LookPart
}

export const editorPage = page<EditorPage>('authoring/editor')

export interface EditorView extends Standing {
  looked: Looked
  values: Readonly<Record<string, string>>
  mayFillLocal: boolean
  sitting: string
}

/** What was typed and is not saved. */
export interface Typed {
  text: string
  base: string
  sitting: string
  fault: string | null
}

export function toEditorPage(w: Words, view: EditorView, typed: Typed | null): EditorPage {
  const { edited, looked, sitting } = view
  const { courseId, path, place, is } = edited
  const text = typed?.text ?? edited.text
  return {
    title: titleOf(edited, looked, w),
    where: whereOf(edited, looked, w),
    language: place.language ?? w.language,
    meta: metaOf(view, w),
    versions: versionsOf(edited, w),
    hint: is === 'there' ? null : w.t(`authoring.editor.${is}`),
    action: url.editUrl(courseId, path),
    previewAction: url.previewUrl(courseId, path),
    base: typed?.base ?? edited.base,
    sitting: typed?.sitting ?? sitting,
    text,
    fault: typed?.fault ?? null,
    saved: typed ? w.t('authoring.editor.notSaved') : '',
    saveAndGo: w.t(`authoring.editor.saveAndGo.${whereTo(edited).kind}`),
    discard: discardOf(edited),
    isText: place.language !== null,
    locals: Object.entries(looked.look?.local ?? {}).map(([key, { label }]) => ({ key, label: label[w.language] })),
    look: toLookPart(w, view, { text, quoted: true }),
  }
}

export function toLookPart(w: Words, view: EditorView, of: { text: string; quoted: boolean }): LookPart {
  const { edited, looked, values, mayFillLocal } = view
  const { courseId, place } = edited
  const twin = twinPath(edited.path)
  return {
    refused: looked.refused && w.t(`reader.refused.${looked.refused}`),
    faults: looked.look && toFaultsPart(looked.look, of.text, twin && url.editUrl(courseId, twin), w),
    preview: looked.look && toPreview(looked.look, { courseId, place, values, text: of.text }),
    settings: settingsOf(edited, w),
    localUrl: mayFillLocal ? '/settings/local' : null,
    quoted: of.quoted,
  }
}

function titleOf({ place }: Edited, { look }: Looked, w: Words): string {
  const kind = w.t(`authoring.editor.kind.${place.kind}`)
  const said = look?.page?.title ?? look?.situation?.title ?? ''
  const title = said === '' ? kind : `${kind}: ${said}`
  return place.language === null ? title : `${title} (${w.t(`authoring.editor.in.${place.language}`)})`
}

/** What a text belongs to: the questions for a quiz, else its module or the course. */
export function whereTo({ courseId, place }: Edited): { kind: 'questions' | 'module' | 'course'; url: string } {
  if (place.moduleId === null) return { kind: 'course', url: url.courseUrl(courseId) }
  if (place.kind === 'quiz') return { kind: 'questions', url: url.questionsUrl(courseId, place.moduleId) }
  return { kind: 'module', url: url.moduleUrl(courseId, place.moduleId) }
}

function whereOf({ courseId, place }: Edited, { look }: Looked, w: Words): EditorPage['where'] {
  const course = { url: url.courseUrl(courseId), label: look?.titles.course?.[w.language] ?? courseId }
  if (place.moduleId === null) return [course]
  const module = look?.titles.module?.[w.language] ?? place.moduleId
  return [course, { url: url.moduleUrl(courseId, place.moduleId), label: module }]
}

function settingsOf({ courseId, place }: Edited, w: Words): LookPart['settings'] {
  if (place.kind === 'course') return { url: url.courseSettingsUrl(courseId), label: w.t('authoring.editor.byForm') }
  if (place.kind === 'module')
    return { url: url.moduleSettingsUrl(courseId, place.moduleId ?? ''), label: w.t('authoring.editor.byForm') }
  return null
}
