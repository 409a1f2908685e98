import type { Instant } from '#base/dates.ts'
import type { Reading, Work } from '#db/work.ts'
import type { LetterKind } from './letter.ts'

/** A letter that somebody has claimed to send. */
export interface ClaimedLetter {
  id: string
  once: string
  personId: string | null
  to: { address: string; name: string | null }
  language: string
  kind: LetterKind
  subject: string
  text: string
  html: string
  secret: boolean
  queuedAt: Instant
  tries: number
}

/** The letter that has been due the longest, and nobody is sending. */
export async function nextDue(db: Reading, at: Instant): Promise<string | null> {
  const row = await waiting(db, at).select('id').orderBy('queued_at').orderBy('id').limit(1).executeTakeFirst()
  return row?.id ?? null
}

const waiting = (db: Reading, at: Instant) =>
  db
    .selectFrom('letters')
    .where('sent_at', 'is', null)
    .where('next_try_at', '<=', at)
    .where('given_up_at', 'is', null)
    .where('held_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .where('text', 'is not', null)
    .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', at)]))

/** Takes a due letter until the lease ends; null when somebody else was quicker, however close. */
export async function leaseLetter(work: Work, id: string, until: Instant): Promise<ClaimedLetter | null> {
  const row = await work.db
    .updateTable('letters')
    .set({ leased_until: until })
    .where('id', 'in', waiting(work.db, work.at).select('id').where('id', '=', id))
    .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<=', work.at)]))
    .returningAll()
    .executeTakeFirst()
  if (!row || row.text === null || row.html === null) return null
  return {
    id: row.id,
    once: row.once,
    personId: row.person_id,
    to: { address: row.to_address, name: row.to_name },
    language: row.language,
    kind: row.kind as LetterKind,
    subject: row.subject,
    text: row.text,
    html: row.html,
    secret: row.secret === 1,
    queuedAt: row.queued_at,
    tries: row.tries,
  }
}

export async function markSent(work: Work, { id, secret, tries }: ClaimedLetter): Promise<void> {
  await work.db
    .updateTable('letters')
    .set({ sent_at: work.at, leased_until: null, fault: null, tries: tries + 1, ...(secret ? emptied : {}) })
    .where('id', '=', id)
    .execute()
}

export async function markTried(
  work: Work,
  { id, tries }: ClaimedLetter,
  of: { fault: string; nextTryAt: Instant },
): Promise<void> {
  await work.db
    .updateTable('letters')
    .set({ leased_until: null, tries: tries + 1, fault: of.fault, next_try_at: of.nextTryAt })
    .where('id', '=', id)
    .execute()
}

export async function markGivenUp(
  work: Work,
  { id, tries }: ClaimedLetter,
  of: { fault: string; dead: boolean },
): Promise<void> {
  await work.db
    .updateTable('letters')
    .set({
      leased_until: null,
      tries: tries + 1,
      fault: of.fault,
      given_up_at: work.at,
      ...(of.dead ? emptied : {}),
    })
    .where('id', '=', id)
    .execute()
}

const emptied = { text: null, html: null }

/** Empties letters: any that went or were handed over before `done`, never went and were written before it, and secret ones written before `secret`. */
export async function emptyOldLetters(work: Work, before: { done: Instant; secret: Instant }): Promise<void> {
  await work.db
    .updateTable('letters')
    .set(emptied)
    .where('text', 'is not', null)
    .where((where) =>
      where.or([
        where('sent_at', '<=', before.done),
        where('handed_over_at', '<=', before.done),
        where.and([
          where('sent_at', 'is', null),
          where('handed_over_at', 'is', null),
          where('queued_at', '<=', before.done),
        ]),
        where.and([where('secret', '=', 1), where('queued_at', '<=', before.secret)]),
      ]),
    )
    .execute()
}

/** Whatever waits does not go by itself any more. Says how many letters that are. */
export async function holdWaiting(work: Work): Promise<number> {
  const held = await work.db
    .updateTable('letters')
    .set({ held_at: work.at, leased_until: null })
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .where('held_at', 'is', null)
    .executeTakeFirst()
  return Number(held.numUpdatedRows)
}

export async function removeLettersBefore(work: Work, at: Instant): Promise<void> {
  await work.db.deleteFrom('letters').where('queued_at', '<', at).execute()
}

/** What was not sent yet to one person is another's. */
export async function giveLetters(db: Reading, { from, to }: { from: string; to: string }): Promise<void> {
  await db
    .updateTable('letters')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .where('sent_at', 'is', null)
    .execute()
}
