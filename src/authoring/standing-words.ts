import { dayOf } from '#base/dates.ts'
import type { RevisionLine } from '#courses/course.ts'
import { broughtBy, trainerName } from '#publishing/person-words.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { DraftSum, TranslationSum } from './standing.ts'
import type { TranslationState } from './translation.ts'

/** Trainers by id; null once they are erased. */
export type Names = ReadonlyMap<string, string | null>

export function revisionText(revision: RevisionLine | null, names: Names, w: Words): string {
  if (!revision) return w.t('authoring.neverPublished')
  const values = { number: revision.number, day: w.date(dayOf(new Date(revision.publishedAt))) }
  return w.t('authoring.revision', { ...values, by: broughtBy(revision, names, w) })
}

export function draftsText(drafts: DraftSum | null, names: Names, w: Words): string | null {
  if (!drafts) return null
  const who = w.list(drafts.writers.map((id) => trainerName(id, names, w)))
  return w.t('authoring.drafted', { count: drafts.files, who, at: w.instant(drafts.lastAt) })
}

/** The same of one text in both languages. */
export function writtenText(drafts: DraftSum | null, names: Names, w: Words): string | null {
  if (!drafts) return null
  const who = w.list(drafts.writers.map((id) => trainerName(id, names, w)))
  return w.t('authoring.writtenBy', { who, at: w.instant(drafts.lastAt) })
}

/** What the English texts lack, one sentence each. */
export function translationTexts({ untranslated, behind, missing }: TranslationSum, w: Words): string[] {
  return [
    ...(untranslated > 0 ? [w.t('authoring.untranslatedTexts', { count: untranslated })] : []),
    ...(behind > 0 ? [w.t('authoring.behindTexts', { count: behind })] : []),
    ...(missing > 0 ? [w.t('authoring.missingTexts', { count: missing })] : []),
  ]
}

interface Standing {
  published: boolean
  drafts: DraftSum | null
  unsettled: number
  /** Whether English lacks anything, or of one text what. */
  translation: TranslationSum | TranslationState
}

/** What holds, as badges: most pressing first. */
export function statesOf({ published, drafts, unsettled, translation }: Standing, w: Words): State[] {
  const states: State[] = []
  if (unsettled > 0) states.push({ state: 'late', text: w.t('authoring.stateUnsettled') })
  if (drafts) states.push({ state: 'open', text: w.t(published ? 'authoring.stateDraft' : 'authoring.stateNew') })
  else states.push({ state: 'done', text: w.t('authoring.statePublished') })
  const lacking = lackingText(translation, w)
  if (lacking) states.push({ state: 'waiting', text: lacking })
  return states
}

function lackingText(translation: Standing['translation'], w: Words): string | null {
  if (typeof translation === 'string')
    return translation === 'same' ? null : w.t(`authoring.translation.${translation}`)
  const { untranslated, behind, missing } = translation
  return untranslated + behind + missing > 0 ? w.t('authoring.stateTranslation') : null
}

/** Everybody a standing names. */
export const writersIn = (sums: Iterable<DraftSum | null>, revision: RevisionLine | null): string[] => [
  ...[...sums].flatMap((sum) => sum?.writers ?? []),
  ...(revision ? [revision.publishedBy] : []),
]
