import type { Day, Instant } from '#base/dates.ts'
import { type Reviewer, reviewerWord } from '#courses/reviewers.ts'
import { type FileList, sha256Of } from '#courses/source-store.ts'
import type { Words } from '#web/words.ts'

/** Somebody stands behind the text of a module, word for word. */
export interface SignOff {
  id: string
  requestId: string | null
  courseId: string
  moduleId: string
  /** Of the files that were read (moduleSha256). */
  moduleSha256: string
  /** As whoever signed wrote it; '' once it was withdrawn. */
  name: string
  role: Reviewer
  signedAt: Instant
  signedOn: Day
}

/** The files of one module out of those of its course. */
export const moduleFiles = (files: FileList, moduleId: string): FileList =>
  new Map([...files].filter(([path]) => path.startsWith(`${moduleId}/`)))

/** SHA-256 over every path and file of a module, in whatever order they are handed in; the course's own file is no part of it. '' for no files. */
export function moduleSha256(files: FileList, moduleId: string): string {
  const lines = [...moduleFiles(files, moduleId)].map(([path, sha256]) => `${path} ${sha256}\n`)
  return lines.length === 0 ? '' : sha256Of(Buffer.from(lines.toSorted().join('')))
}

/** Who has looked at a module's text: said in its file, or signed. */
export interface Review {
  /** Null where only the role was kept. */
  name: string | null
  role: string
  on: Day
}

/** A module as a document or a certificate's snapshot tells of it. */
interface Told {
  id: string
  reviewed: readonly { by?: string; role: string; on: Day }[]
}

export const reviewOf = ({ name, role, signedOn }: SignOff): Review => ({
  name: name === '' ? null : name,
  role,
  on: signedOn,
})

/** Everybody who has reviewed a module, those named in its file first; `signOffs`: those of its revision. */
export const reviewsOf = ({ id, reviewed }: Told, signOffs: readonly SignOff[]): Review[] => [
  ...reviewed.map(({ by = null, role, on }) => ({ name: by, role, on })),
  ...signOffs.filter(({ moduleId }) => moduleId === id).map(reviewOf),
]

/** "Pernille Skov, politi, 22. november 2026". */
export const reviewText = ({ name, role, on }: Review, w: Words): string =>
  [...(name === null ? [] : [name]), reviewerWord(role, w), w.date(on)].join(', ')
