import type { Instant } from '#base/dates.ts'

/** A file of a course as somebody is writing it, not published yet. */
export interface Draft {
  id: string
  courseId: string
  /** Inside the course's folder: `politisamarbejde/da/quiz.md`. */
  path: string
  /** What it says now (courses/source-store.ts: keptFile); null: the file is to go. */
  sha256: string | null
  /** The published file it began with; null: there was none. */
  startedFrom: string | null
  writtenAt: Instant
  writtenBy: string
  /** The opening of the editor it was last saved from: when an answer is lost on the way, the next save is known again. */
  sitting: string | null
}

/** One file of a course: what is published of it, and what is being written. */
export interface WorkingFile {
  path: string
  /** Null: not in the published course. */
  published: string | null
  /** Oldest first. More than one: trainers wrote at the same time, and their versions stand beside each other until somebody settles them. */
  drafts: readonly Draft[]
}

/**
 * `published`: nobody is writing. `draft`: one version is being written. `beside`: several are. `behind`: another text was published since the one
 * version began. The last two have to be settled before the course is published.
 */
export type FileState = 'published' | 'draft' | 'beside' | 'behind'

export function stateOf({ published, drafts }: WorkingFile): FileState {
  const [draft, ...others] = drafts
  if (!draft) return 'published'
  if (others.length > 0) return 'beside'
  return draft.startedFrom === published || draft.sha256 === published ? 'draft' : 'behind'
}

/** What the file would be if it were published as it stands: the version written last; null: no such file. */
export const workingSha = ({ published, drafts }: WorkingFile): string | null => {
  const last = drafts.at(-1)
  return last ? last.sha256 : published
}

/**
 * What a writer has before her, as the form carries it: a published text (`published <sha256>`, or `published none`) or a version somebody saved
 * (`<draft id> <sha256>`). A save says which, so that no save can cover a text its writer has not seen.
 */
export type Base = string

export const publishedBase = (sha256: string | null): Base => `published ${sha256 ?? 'none'}`
export const draftBase = ({ id, sha256 }: Pick<Draft, 'id' | 'sha256'>): Base => `${id} ${sha256 ?? 'none'}`

/** The base of what the editor shows: the version written last, or what is published. */
export const baseOf = ({ published, drafts }: WorkingFile): Base => {
  const last = drafts.at(-1)
  return last ? draftBase(last) : publishedBase(published)
}
