import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { ReviewCommentsTable } from '#db/schema/reviewing.ts'
import type { Reading } from '#db/work.ts'
import type { ReviewComment } from './comment.ts'

/** What was said by one link, oldest first. */
export async function commentsOn(db: Reading, requestId: string): Promise<ReviewComment[]> {
  const rows = await db
    .selectFrom('review_comments')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(toComment)
}

/** What was said of a course, newest first, with the name of who was asked. */
export async function commentsOf(db: Reading, courseId: string): Promise<(ReviewComment & { by: string })[]> {
  const rows = await ofCourse(db, courseId)
    .orderBy('written_at', 'desc')
    .orderBy('review_comments.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...toComment(row), by: row.to_name }))
}

/** One of a course's. Refuses: not-found. */
export async function getComment(db: Reading, courseId: string, id: string): Promise<ReviewComment & { by: string }> {
  const row = found(await ofCourse(db, courseId).where('review_comments.id', '=', id).executeTakeFirst(), 'comment')
  return { ...toComment(row), by: row.to_name }
}

const ofCourse = (db: Reading, courseId: string) =>
  db
    .selectFrom('review_comments')
    .innerJoin('review_requests', 'review_requests.id', 'review_comments.request_id')
    .selectAll('review_comments')
    .select('review_requests.to_name')
    .where('review_requests.course_id', '=', courseId)

/** How many comments on a course nobody has settled. */
export async function countUnsettled(db: Reading, courseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('review_comments')
    .innerJoin('review_requests', 'review_requests.id', 'review_comments.request_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('review_requests.course_id', '=', courseId)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function saveComment(db: Reading, of: Omit<ReviewComment, 'settledAt'>): Promise<void> {
  await db
    .insertInto('review_comments')
    .values({
      id: of.id,
      request_id: of.requestId,
      path: of.path,
      sha256: of.sha256,
      text: of.text,
      written_at: of.writtenAt,
      settled_at: null,
      settled_by: null,
    })
    .execute()
}

/** False when somebody has settled it already. */
export async function markSettled(db: Reading, id: string, { at, by }: { at: Instant; by: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('review_comments')
    .set({ settled_at: at, settled_by: by })
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const toComment = (row: ReviewCommentsTable): ReviewComment => ({
  id: row.id,
  requestId: row.request_id,
  path: row.path,
  sha256: row.sha256,
  text: row.text,
  writtenAt: row.written_at,
  settledAt: row.settled_at,
})
