import type { Instant } from '#base/dates.ts'
import { stateOf, type WorkingFile } from '#drafts/draft.ts'
import { type ModuleOutline, type TextPair, textsOf } from './outline.ts'
import { type PastFiles, sideOf, type TranslationState, translationOf } from './translation.ts'

/** What is being written, of a course or a part of it. */
export interface DraftSum {
  /** Files with changes that are not published. */
  files: number
  /** Who wrote them, by id, each once, the last first. */
  writers: readonly string[]
  lastAt: Instant
}

/** Null while nobody is writing. */
export function draftSum(files: readonly WorkingFile[]): DraftSum | null {
  const drafted = files.filter((file) => file.drafts.length > 0)
  const drafts = drafted.flatMap((file) => file.drafts).toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))
  const [last] = drafts
  if (!last) return null
  return { files: drafted.length, writers: [...new Set(drafts.map((one) => one.writtenBy))], lastAt: last.writtenAt }
}

/** Files somebody has to settle before the course can be published. */
export const unsettled = (files: readonly WorkingFile[]): WorkingFile[] =>
  files.filter((file) => stateOf(file) === 'beside' || stateOf(file) === 'behind')

export const pairState = (pair: TextPair, history: readonly PastFiles[]): TranslationState =>
  translationOf({ da: sideOf(pair.files.da, history), en: sideOf(pair.files.en, history) })

export interface TranslationSum {
  untranslated: number
  behind: number
  missing: number
}

/** How many texts of these modules are not translated, and in what way. */
export function translationSum(modules: Iterable<ModuleOutline>, history: readonly PastFiles[]): TranslationSum {
  const states = [...modules].flatMap((module) => textsOf(module).map((pair) => pairState(pair, history)))
  const count = (state: TranslationState) => states.filter((one) => one === state).length
  return { untranslated: count('untranslated'), behind: count('behind'), missing: count('missing') }
}
