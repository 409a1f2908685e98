import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { linesOf } from '#comparing/lines.ts'
import { compareTexts } from '#comparing/text-change.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { ModuleChange, PlacedChange } from './course-change.ts'
import { fileTitle, type Titles } from './file-words.ts'

/** One file of a comparison, to be opened. */
export interface FilePart {
  title: string
  state: State
  /** Few changes are read where they stand; many are opened one by one. */
  open: boolean
  /** Line by line; null where the words below say all there is to say. */
  changes: ChangesPart | null
  note: string | null
  /** Where it is written; null when it is gone, or nobody can write it here. */
  url: string | null
}

export interface ModulePart {
  title: string
  state: State
  files: readonly FilePart[]
  /** The files of a module that is all new are folded away under this: nobody compares them with anything. */
  fold: string | null
  /** `Nye spørgsmål`, with the questions. */
  questions: readonly { title: string; items: readonly string[] }[]
}

export interface PartsOf {
  titles: Titles
  textOf: (sha256: string | null | undefined) => string
  /** Where a file is written. */
  urlOf: (change: PlacedChange) => string | null
}

/** Rows shown on one page: beyond that a browser on a phone would only scroll. */
const mostRows = 1500
const mostOpen = 4

export function toModuleParts(changes: readonly ModuleChange[], of: PartsOf, w: Words): ModulePart[] {
  const room = { rows: mostRows }
  const open = changes.reduce((all, module) => all + module.files.length, 0) <= mostOpen
  return changes.map((module) => ({
    title: module.id === null ? w.t('publishing.wholeCourse') : of.titles.module(module.id),
    state: stateOf(module.kind, w),
    files: module.files.map((file) => toFilePart(file, { ...of, room, open }, w)),
    fold: module.kind === 'new' && !open ? w.t('publishing.newFiles', { count: module.files.length }) : null,
    questions: questionsOf(module, w),
  }))
}

function toFilePart(file: PlacedChange, of: PartsOf & { room: { rows: number }; open: boolean }, w: Words): FilePart {
  const about = {
    title: fileTitle(file.path, file.place, of.titles, w),
    state: stateOf(file.kind, w),
    open: of.open,
    url: file.kind === 'gone' ? null : of.urlOf(file),
  }
  const moved = file.from === null ? null : w.t('publishing.moved', { from: file.from, to: file.path })
  if (file.place?.kind === 'picture' || file.kind === 'renamed') return { ...about, changes: null, note: moved }
  if (file.kind !== 'changed')
    return { ...about, changes: null, note: lengthOf(of.textOf(file.after ?? file.before), w) }
  if (of.room.rows <= 0) return { ...about, changes: null, note: w.t('publishing.tooMuch') }
  const changes = toChangesPart(compareTexts(of.textOf(file.before), of.textOf(file.after)), w)
  of.room.rows -= changes.rows.length
  return { ...about, changes, note: moved }
}

const lengthOf = (text: string, w: Words) => w.t('publishing.lines', { count: linesOf(text).length })

const stateNames = { new: 'open', gone: 'withdrawn', changed: 'waiting', renamed: 'unknown' } as const

const stateOf = (kind: keyof typeof stateNames, w: Words): State => ({
  state: stateNames[kind],
  text: w.t(`publishing.kind.${kind}`),
})

function questionsOf({ questions }: ModuleChange, w: Words): ModulePart['questions'] {
  if (!questions) return []
  const groups = (['added', 'changed', 'gone'] as const).flatMap((kind) => {
    const items = questions[kind].map((question) => question.title)
    return items.length > 0 ? [{ title: w.t(`publishing.questions.${kind}`, { count: items.length }), items }] : []
  })
  return questions.moved ? [...groups, { title: w.t('publishing.questions.moved'), items: [] }] : groups
}
