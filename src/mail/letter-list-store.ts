import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading, Work } from '#db/work.ts'
import type { LetterKind } from './letter.ts'

/** A letter as the association sees it; the text of a secret one is not even read. */
export interface KeptLetter {
  id: string
  personId: string | null
  to: { address: string; name: string | null }
  kind: LetterKind
  subject: string
  text: string | null
  /** Could it still be sent? */
  hasText: boolean
  secret: boolean
  queuedAt: Instant
  nextTryAt: Instant
  tries: number
  fault: string | null
  sentAt: Instant | null
  givenUpAt: Instant | null
  heldAt: Instant | null
  handedOverAt: Instant | null
}

/** How many letters one list shows at the most. */
export const mostListed = 200

/** Letters that wait, are held or were given up, the oldest first, and those that went, the newest first; none from before an instant. Never their text. */
export async function listLetters(db: Reading, since: Instant): Promise<{ open: KeptLetter[]; done: KeptLetter[] }> {
  const open = await kept(db)
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .where('queued_at', '>=', since)
    .orderBy('queued_at')
    .orderBy('id')
    .limit(mostListed)
    .execute()
  const done = await kept(db)
    .where((where) => where.or([where('sent_at', '>=', since), where('handed_over_at', '>=', since)]))
    .orderBy((order) => order.fn.coalesce('sent_at', 'handed_over_at'), 'desc')
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute()
  return { open: open.map((row) => toKept(row, null)), done: done.map((row) => toKept(row, null)) }
}

const kept = (db: Reading) =>
  db
    .selectFrom('letters')
    .select([
      'id',
      'person_id',
      'to_address',
      'to_name',
      'kind',
      'subject',
      'secret',
      'queued_at',
      'next_try_at',
      'tries',
      'fault',
      'sent_at',
      'given_up_at',
      'held_at',
      'handed_over_at',
    ])
    .select((select) => select('text', 'is not', null).as('has_text'))

type Row = Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirstOrThrow']>>

const toKept = (row: Row, text: string | null): KeptLetter => ({
  id: row.id,
  personId: row.person_id,
  to: { address: row.to_address, name: row.to_name },
  kind: row.kind as LetterKind,
  subject: row.subject,
  text,
  hasText: Boolean(row.has_text),
  secret: row.secret === 1,
  queuedAt: row.queued_at,
  nextTryAt: row.next_try_at,
  tries: row.tries,
  fault: row.fault,
  sentAt: row.sent_at,
  givenUpAt: row.given_up_at,
  heldAt: row.held_at,
  handedOverAt: row.handed_over_at,
})

/** One letter, with its text unless it is secret. Refuses: not-found. */
export async function getLetter(db: Reading, id: string): Promise<KeptLetter> {
  const row = found(await kept(db).where('id', '=', id).executeTakeFirst(), 'letter')
  if (row.secret === 1) return toKept(row, null)
  const body = await db.selectFrom('letters').select('text').where('id', '=', id).executeTakeFirst()
  return toKept(row, body?.text ?? null)
}

export async function markHandedOver(work: Work, id: string): Promise<void> {
  await work.db
    .updateTable('letters')
    .set({ handed_over_at: work.at, handed_over_by: work.actor.personId, leased_until: null })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .execute()
}

/** Puts a letter at the end of the queue once more, as if it were new. */
export async function markQueuedAgain(work: Work, id: string): Promise<void> {
  await work.db
    .updateTable('letters')
    .set({ queued_at: work.at, next_try_at: work.at, tries: 0, given_up_at: null, held_at: null })
    .where('id', '=', id)
    .execute()
}
