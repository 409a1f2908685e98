import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'

/** A course that came as a file and waits. */
export interface Received {
  id: string
  courseId: string
  sha256: string
  receivedAt: Instant
}

const told = ['id', 'course_id', 'sha256', 'received_at'] as const

/** What waits, newest first. */
export async function receivedPackages(db: Reading): Promise<Received[]> {
  const rows = await db.selectFrom('packages').select(told).orderBy('received_at', 'desc').orderBy('id').execute()
  return rows.map(toReceived)
}

/** One with its file. Refuses: not-found. */
export async function getPackage(db: Reading, id: string): Promise<Received & { zip: Uint8Array }> {
  const row = await db.selectFrom('packages').selectAll().where('id', '=', id).executeTakeFirst()
  const { zip, ...one } = found(row, 'package')
  return { ...toReceived(one), zip: Buffer.from(zip, 'base64') }
}

/** The same file, where it waits already. */
export async function findPackage(db: Reading, sha256: string): Promise<Received | null> {
  const row = await db.selectFrom('packages').select(told).where('sha256', '=', sha256).executeTakeFirst()
  return row ? toReceived(row) : null
}

export async function insertPackage(db: Reading, one: Received & { zip: Uint8Array; by: string }): Promise<void> {
  await db
    .insertInto('packages')
    .values({
      id: one.id,
      course_id: one.courseId,
      sha256: one.sha256,
      zip: Buffer.from(one.zip).toString('base64'),
      received_at: one.receivedAt,
      received_by: one.by,
    })
    .execute()
}

export async function deletePackage(db: Reading, id: string): Promise<void> {
  await db.deleteFrom('packages').where('id', '=', id).execute()
}

/** Those received before an instant. */
export async function deleteOlder(db: Reading, before: Instant): Promise<void> {
  await db.deleteFrom('packages').where('received_at', '<', before).execute()
}

const toReceived = (row: { id: string; course_id: string; sha256: string; received_at: string }): Received => ({
  id: row.id,
  courseId: row.course_id,
  sha256: row.sha256,
  receivedAt: row.received_at,
})
