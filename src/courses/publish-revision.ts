import { createHash } from 'node:crypto'
import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { CourseDocument, Origin, Revision } from './course.ts'
import { filesOf, saveFiles, sha256Of } from './source-store.ts'
import { findPublished, getRevision, hasRevision, saveRevision } from './store.ts'

/** Where a text comes from: the files it was made of, who brought it, and what a trainer says of it. */
export interface Provenance {
  files: ReadonlyMap<string, Uint8Array>
  origin: Origin
  note?: string | null
}

const unknown: Provenance = { files: new Map(), origin: 'shipped' }

/**
 * Publishes a course's text as a new revision; the text already published is left as it is. An earlier text that is published again is a
 * revision of its own, with the same text under another id. Refuses: forbidden.
 */
export async function publishRevision(work: Work, course: CourseDocument, from = unknown): Promise<Revision> {
  must(may.publishCourse(work.actor), 'publish a course')
  const document = JSON.stringify(course)
  const sha256 = createHash('sha256').update(document).digest('hex')
  const newest = await findPublished(work.db, course.id)
  if (newest?.sha256 === sha256 && !(await isWrittenAnew(work, newest, from))) return newest

  const number = (newest?.number ?? 0) + 1
  const plain = `${course.id}-${sha256.slice(0, 16)}`
  const id = (await hasRevision(work.db, plain)) ? `${plain}-${number}` : plain
  await saveRevision(work.db, {
    id,
    courseId: course.id,
    number,
    sha256,
    document,
    at: work.at,
    by: work.actor.personId,
    origin: from.origin,
    note: from.note ?? null,
  })
  await saveFiles(work.db, id, from.files)
  await record(work, 'course.published', id, {}, { number })
  return getRevision(work.db, id)
}

/** What a trainer wrote is kept even where learners see no difference: a comment, a line that ends elsewhere. */
async function isWrittenAnew(work: Work, newest: Revision, { origin, files }: Provenance): Promise<boolean> {
  if (origin !== 'town' || files.size === 0) return false
  const known = await filesOf(work.db, newest.id)
  return known.size !== files.size || [...files].some(([path, bytes]) => known.get(path) !== sha256Of(bytes))
}
