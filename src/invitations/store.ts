import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { InvitationsTable } from '#db/schema/invitations.ts'
import type { Reading } from '#db/work.ts'
import type { Role } from '#policy.ts'
import type { Language } from '#web/language.ts'
import type { Invitation } from './invitation.ts'

const columns = [
  'id',
  'kind',
  'role',
  'venue_id',
  'person_id',
  'to_name',
  'to_address',
  'language',
  'issued_at',
  'issued_by',
  'expires_at',
  'used_at',
  'ended_at',
] as const

/** The invitation behind the hash of a token, in whatever state, or null. */
export async function findInvitation(db: Reading, tokenHash: string): Promise<Invitation | null> {
  const row = await db.selectFrom('invitations').select(columns).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? toInvitation(row) : null
}

export async function getInvitation(db: Reading, id: string): Promise<Invitation> {
  const row = await db.selectFrom('invitations').select(columns).where('id', '=', id).executeTakeFirst()
  return toInvitation(found(row, 'invitation'))
}

/** What can still be accepted at an instant, oldest first: all of one kind, or those of one venue or person. */
export async function openInvitations(
  db: Reading,
  at: Instant,
  of: { kind: Invitation['kind']; venueId?: string; personId?: string },
): Promise<Invitation[]> {
  let query = db
    .selectFrom('invitations')
    .select(columns)
    .where('kind', '=', of.kind)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
  if (of.venueId !== undefined) query = query.where('venue_id', '=', of.venueId)
  if (of.personId !== undefined) query = query.where('person_id', '=', of.personId)
  const rows = await query.orderBy('issued_at').orderBy('id').execute()
  return rows.map(toInvitation)
}

export async function saveInvitation(db: Reading, row: Omit<InvitationsTable, 'used_at' | 'used_by' | 'ended_at'>) {
  await db
    .insertInto('invitations')
    .values({ ...row, used_at: null, used_by: null, ended_at: null })
    .execute()
}

/** Uses an invitation up. False when it is used, taken back or expired: of fifty who try at once, one is told true. */
export async function spendInvitation(db: Reading, of: { id: string; at: Instant; by: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ used_at: of.at, used_by: of.by })
    .where('id', '=', of.id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', of.at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes one unused invitation back. False when there was nothing to take back. */
export async function closeInvitation(db: Reading, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** No unused link opens this person's account any more. */
export async function closeInvitationsTo(db: Reading, personId: string, at: Instant): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** Forgets the name and the address on the invitations that were made for somebody or that she used. */
export async function forgetInvitedAs(db: Reading, personId: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ to_name: null, to_address: null })
    .where((where) => where.or([where('person_id', '=', personId), where('used_by', '=', personId)]))
    .execute()
}

/** Forgets them on every invitation that has been of no use since an instant. */
export async function forgetInvitedBefore(db: Reading, before: Instant): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ to_name: null, to_address: null })
    .where((where) => where.or([where('to_name', 'is not', null), where('to_address', 'is not', null)]))
    .where((where) =>
      where.or([where('expires_at', '<=', before), where('used_at', '<=', before), where('ended_at', '<=', before)]),
    )
    .execute()
}

type Row = Pick<InvitationsTable, (typeof columns)[number]>

function toInvitation(row: Row): Invitation {
  const sent = {
    id: row.id,
    toName: row.to_name,
    toAddress: row.to_address,
    language: row.language as Language,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    endedAt: row.ended_at,
  }
  return row.kind === 'role'
    ? { ...sent, kind: 'role', role: row.role as Role, venueId: row.venue_id }
    : { ...sent, kind: 'account', personId: row.person_id as string, venueId: row.venue_id }
}
