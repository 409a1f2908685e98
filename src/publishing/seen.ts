import { createHash } from 'node:crypto'
import type { Instant } from '#base/dates.ts'
import type { RevisionLine } from '#courses/course.ts'
import type { WorkingFile } from '#drafts/draft.ts'

/** What a trainer had before her when she decided to publish: it changes with every draft and every revision. */
export function seenToken(revisionId: string | null, files: readonly WorkingFile[]): string {
  const drafts = files.flatMap((file) => file.drafts.map(({ id, sha256 }) => `${id} ${sha256 ?? 'none'}`))
  return createHash('sha256')
    .update([revisionId ?? 'none', ...drafts.toSorted()].join('\n'))
    .digest('hex')
    .slice(0, 32)
}

/** Who wrote on a course's drafts or published it after an instant. A draft that was thrown away tells nobody. */
export function writersSince(
  { files, published }: { files: readonly WorkingFile[]; published: RevisionLine | null },
  at: Instant,
): string[] {
  const written = files.flatMap((file) => file.drafts.filter((draft) => draft.writtenAt > at))
  const publishers = published && published.publishedAt > at ? [published.publishedBy] : []
  return [...new Set([...written.map((draft) => draft.writtenBy), ...publishers])]
}
