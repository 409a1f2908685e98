import { type Base, type Draft, draftBase, publishedBase, type WorkingFile } from './draft.ts'

/** What somebody saves: the text, and what she had before her when she wrote it. */
export interface Save {
  base: Base
  /** Null: the file is to go. */
  sha256: string | null
  sitting: string | null
}

/**
 * What a save means. `write-on`: it follows a version its writer has seen and takes its place. `begin`: a new version; the only one, or beside
 * those it does not know. `known`: somebody has saved the very same. `back`: the text is as published again, and the version it follows can go.
 * In every case the versions that stay are those the writer had not seen.
 */
export type Judgement =
  | { kind: 'write-on'; of: Draft }
  | { kind: 'begin'; beside: boolean }
  | { kind: 'known'; as: Draft; follows: Draft | null }
  | { kind: 'back'; follows: Draft | null }

export function judgeSave({ published, drafts }: WorkingFile, save: Save): Judgement {
  const follows = drafts.find((draft) => isSeen(draft, save)) ?? null
  const others = drafts.filter((draft) => draft !== follows)
  const alike = others.find((draft) => draft.sha256 === save.sha256)
  if (alike) return { kind: 'known', as: alike, follows }
  if (save.sha256 === published && (follows || others.length === 0)) return { kind: 'back', follows }
  return follows ? { kind: 'write-on', of: follows } : { kind: 'begin', beside: others.length > 0 }
}

/** The writer had this version before her; or she wrote it herself, from the same opening of the editor, and the answer to that save got lost. */
const isSeen = (draft: Draft, { base, sitting }: Save) =>
  draftBase(draft) === base || (sitting !== null && draft.sitting === sitting)

/** The published text that a base stands for; undefined when it stands for a version. */
export function publishedIn(base: Base): string | null | undefined {
  const [kind, sha256] = base.split(' ')
  if (kind !== 'published') return undefined
  return publishedBase(null) === base ? null : sha256
}
