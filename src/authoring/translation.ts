import type { Instant } from '#base/dates.ts'
import type { Twin } from '#courses/twins.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'

/**
 * `untranslated`: the English file says word for word what the Danish one says. `behind`: the Danish one was changed after the English one.
 * `missing`: one of them is not there.
 */
export type TranslationState = 'same' | 'untranslated' | 'behind' | 'missing'

/** A text of one language as it stands now. */
export interface Side {
  sha256: string | null
  /** When it last changed; '' for what came with the software and never was: those texts are translated where they are made. */
  changedAt: Instant | ''
}

/** How far the English of a pair of files is. Neither `untranslated` nor `behind` stops publishing. */
export function translationOf({ da, en }: Twin<Side>): TranslationState {
  if (da.sha256 === null || en.sha256 === null) return 'missing'
  if (da.sha256 === en.sha256) return 'untranslated'
  return da.changedAt > en.changedAt ? 'behind' : 'same'
}

/** A revision with its files by path; what came with the software is told apart from what the town wrote. */
export interface PastFiles {
  origin: 'shipped' | 'town'
  publishedAt: Instant
  files: ReadonlyMap<string, string>
}

/** A file with the instant of its last change: its draft's, or that of the revision it came in with. `history` is oldest first. */
export function sideOf(file: WorkingFile | undefined, history: readonly PastFiles[]): Side {
  if (!file) return { sha256: null, changedAt: '' }
  const sha256 = workingSha(file)
  const draft = file.drafts.at(-1)
  if (draft && sha256 !== file.published) return { sha256, changedAt: draft.writtenAt }
  const now = history.findLastIndex((one) => one.files.get(file.path) !== sha256) + 1
  const since = history[now]
  return { sha256, changedAt: since?.origin === 'town' ? since.publishedAt : '' }
}
