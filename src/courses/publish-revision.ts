import { createHash } from 'node:crypto'
import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { CourseDocument, Revision } from './course.ts'
import { findPublished, getRevision, saveRevision } from './store.ts'

/** Publishes a course's text as a new revision; the text already published is left as it is. Refuses: forbidden. */
export async function publishRevision(work: Work, course: CourseDocument): Promise<Revision> {
  must(may.publishCourse(work.actor), 'publish a course')
  const document = JSON.stringify(course)
  const sha256 = createHash('sha256').update(document).digest('hex')
  const id = `${course.id}-${sha256.slice(0, 16)}`
  const newest = await findPublished(work.db, course.id)
  if (newest?.id === id) return newest

  const number = (newest?.number ?? 0) + 1
  await saveRevision(work.db, {
    id,
    courseId: course.id,
    number,
    sha256,
    document,
    at: work.at,
    by: work.actor.personId,
  })
  await record(work, 'course.published', id, {}, { number })
  return getRevision(work.db, id)
}
