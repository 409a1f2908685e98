import { must, Refusal } from '#base/refusal.ts'
import type { CourseDocument, Revision } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { filesOf } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { recordSignOffs } from '#reviewing/record-sign-offs.ts'

/** An earlier text, read again from its files. */
export interface EarlierText {
  /** Whose text it is. */
  revisionId: string
  course: CourseDocument
  files: ReadonlyMap<string, Uint8Array>
  note: string
}

/**
 * Publishes an earlier text of a course once more, as a revision of its own. What is being written stays, and has to be settled with this text
 * before it can be published. Refuses: forbidden; conflict when it is what is published already.
 */
export async function publishAgain(work: Work, { revisionId, course, files, note }: EarlierText): Promise<Revision> {
  must(may.publishCourse(work.actor), 'publish a course')
  const newest = await findPublished(work.db, course.id)
  if (newest?.id === revisionId) throw new Refusal('conflict', 'is published already')
  const revision = await publishRevision(work, course, { files, origin: 'town', note })
  if (revision.id === newest?.id) throw new Refusal('conflict', 'is published already')
  await recordSignOffs(work, revision.id, course.id, await filesOf(work.db, revision.id))
  return revision
}
