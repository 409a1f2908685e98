import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { ReviewRequestsTable } from '#db/schema/reviewing.ts'
import type { Reading } from '#db/work.ts'
import type { ReviewRequest } from './request.ts'

const requests = (db: Reading) =>
  db
    .selectFrom('review_requests')
    .leftJoin('people', 'people.id', 'review_requests.asked_by')
    .selectAll('review_requests')
    .select('people.name')

/** The request behind the hash of a token, in whatever state, or null. */
export async function findRequest(db: Reading, tokenHash: string): Promise<ReviewRequest | null> {
  const row = await requests(db).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? toRequest(row) : null
}

/** One of a course's. Refuses: not-found. */
export async function getRequest(db: Reading, courseId: string, id: string): Promise<ReviewRequest> {
  const query = requests(db).where('course_id', '=', courseId).where('review_requests.id', '=', id)
  return toRequest(found(await query.executeTakeFirst(), 'review request'))
}

/** Newest first. */
export async function requestsOf(db: Reading, courseId: string): Promise<ReviewRequest[]> {
  const rows = await requests(db)
    .where('course_id', '=', courseId)
    .orderBy('asked_at', 'desc')
    .orderBy('review_requests.id', 'desc')
    .execute()
  return rows.map(toRequest)
}

export async function saveRequest(
  db: Reading,
  of: Omit<ReviewRequest, 'askedByName' | 'doneAt' | 'endedAt'> & { tokenHash: string },
): Promise<void> {
  await db
    .insertInto('review_requests')
    .values({
      id: of.id,
      token_hash: of.tokenHash,
      course_id: of.courseId,
      module_id: of.moduleId,
      to_name: of.toName,
      message: of.message,
      asked_at: of.askedAt,
      asked_by: of.askedBy,
      expires_at: of.expiresAt,
      done_at: null,
      ended_at: null,
    })
    .execute()
}

/** False when it was done or over before. */
export async function markDone(db: Reading, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('review_requests')
    .set({ done_at: at })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when there was nothing to take back. */
export async function markEnded(db: Reading, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('review_requests')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Forgets whom was asked and what she was told on every link that has opened nothing since an instant. */
export async function forgetAskedBefore(db: Reading, before: Instant): Promise<void> {
  await db
    .updateTable('review_requests')
    .set({ to_name: '', message: null })
    .where('to_name', '!=', '')
    .where('expires_at', '<=', before)
    .execute()
}

type Row = ReviewRequestsTable & { name: string | null }

const toRequest = (row: Row): ReviewRequest => ({
  id: row.id,
  courseId: row.course_id,
  moduleId: row.module_id,
  toName: row.to_name,
  message: row.message,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  askedByName: row.name,
  expiresAt: row.expires_at,
  doneAt: row.done_at,
  endedAt: row.ended_at,
})
