import type { Instant } from '#base/dates.ts'
import type { Erased } from '#db/erased.ts'
import { keep } from '#db/keep.ts'
import type { Reading } from '#db/work.ts'

export type Asker = 'clockwork' | 'operator'

export interface Request {
  id: string
  askedAt: Instant
  startedAt: Instant | null
  finishedAt: Instant | null
  /** Absolute path of the copy. */
  file: string | null
  fault: string | null
}

export async function saveRequest(
  db: Reading,
  of: { id: string; at: Instant; askedBy: Asker; startedAt: Instant | null },
): Promise<void> {
  await db
    .insertInto('backups')
    .values({ id: of.id, asked_at: of.at, asked_by: of.askedBy, started_at: of.startedAt })
    .execute()
}

export async function findRequest(db: Reading, id: string): Promise<Request | null> {
  const row = await db
    .selectFrom('backups')
    .select(['id', 'asked_at', 'started_at', 'finished_at', 'file', 'fault'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { file, fault } = row
  return { id, askedAt: row.asked_at, startedAt: row.started_at, finishedAt: row.finished_at, file, fault }
}

/** Those who have asked and wait, by id: asked once a second, so built once. */
export async function waitingRequests(db: Reading): Promise<string[]> {
  return (await waiting(db, {})).rows.map((row) => row.id)
}

const waiting = keep((db) =>
  db.selectFrom('backups').select('id').where('started_at', 'is', null).where('finished_at', 'is', null),
)

export async function markStarted(db: Reading, ids: readonly string[], at: Instant): Promise<void> {
  await db.updateTable('backups').set({ started_at: at }).where('id', 'in', ids).execute()
}

export async function markMade(
  db: Reading,
  ids: readonly string[],
  of: { at: Instant; file: string; bytes: number; sha256: string },
): Promise<void> {
  await db
    .updateTable('backups')
    .set({ finished_at: of.at, file: of.file, bytes: of.bytes, sha256: of.sha256 })
    .where('id', 'in', ids)
    .execute()
}

/** Those of these that are not finished get a fault. */
export async function markFailed(
  db: Reading,
  ids: readonly string[],
  of: { at: Instant; fault: string },
): Promise<void> {
  await db
    .updateTable('backups')
    .set({ finished_at: of.at, fault: of.fault })
    .where('id', 'in', ids)
    .where('finished_at', 'is', null)
    .execute()
}

/** What was begun, or asked for before an instant, and is not finished, by id. */
export async function unfinishedRequests(db: Reading, before: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('backups')
    .select('id')
    .where('finished_at', 'is', null)
    .where((where) => where.or([where('started_at', 'is not', null), where('asked_at', '<=', before)]))
    .execute()
  return rows.map((row) => row.id)
}

/** Rows of copies that are gone, and of what was asked for before an instant. */
export async function forgetBackups(db: Reading, of: { files: readonly string[]; before: Instant }): Promise<void> {
  await db
    .deleteFrom('backups')
    .where((where) =>
      where.or([where('asked_at', '<', of.before), ...(of.files.length > 0 ? [where('file', 'in', of.files)] : [])]),
    )
    .execute()
}

/** When a copy was last made, and when one was last tried to be made. */
export async function lastBackup(db: Reading): Promise<{ madeAt: Instant | null; triedAt: Instant | null }> {
  const row = await db
    .selectFrom('backups')
    .select(({ fn, selectFrom }) => [
      fn.max('asked_at').as('triedAt'),
      selectFrom('backups').select(fn.max('started_at').as('at')).where('file', 'is not', null).as('madeAt'),
    ])
    .executeTakeFirstOrThrow()
  return { madeAt: row.madeAt ?? null, triedAt: row.triedAt ?? null }
}

/** Everybody who was erased. */
export async function erasedPeople(db: Reading): Promise<Erased[]> {
  const rows = await db.selectFrom('people').select(['id', 'erased_at']).where('erased_at', 'is not', null).execute()
  return rows.map((row) => ({ personId: row.id, erasedAt: row.erased_at as Instant }))
}

/** Of these people those who are here and not erased. */
export async function stillHere(db: Reading, ids: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('people').select('id').where('erased_at', 'is', null).execute()
  const here = new Set(rows.map((row) => row.id))
  return ids.filter((id) => here.has(id))
}

export async function lettersHeldAt(db: Reading, at: Instant): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('held_at', '=', at)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function lastAuditAt(db: Reading): Promise<Instant | null> {
  const row = await db.selectFrom('audit_events').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

/** Letters that went neither by mail nor by hand; `late` were written before an instant and still wait. */
export async function lettersLeft(db: Reading, lateBefore: Instant) {
  const left = await db
    .selectFrom('letters')
    .select(['queued_at', 'held_at', 'given_up_at'])
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .execute()
  const waiting = left.filter((letter) => letter.held_at === null && letter.given_up_at === null)
  return {
    waiting: waiting.length,
    late: waiting.filter((letter) => letter.queued_at < lateBefore).length,
    held: left.filter((letter) => letter.held_at !== null).length,
    givenUp: left.filter((letter) => letter.held_at === null && letter.given_up_at !== null).length,
  }
}

/** Employments that somebody has still to confirm. */
export async function unconfirmedEmployments(db: Reading): Promise<{ count: number; oldestAt: Instant | null }> {
  const row = await db
    .selectFrom('employment_facts')
    .select(({ fn }) => [fn.count('employment_id').distinct().as('count'), fn.min('written_at').as('oldestAt')])
    .where('superseded_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .where('last_on', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldestAt: row.oldestAt ?? null }
}
