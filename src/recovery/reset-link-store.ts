import type { Reading } from '#db/work.ts'

export interface ResetLink {
  personId: string
  issuedBy: string
  expiresAt: string
  usedAt: string | null
  endedAt: string | null
}

export async function findResetLink(db: Reading, tokenHash: string): Promise<ResetLink | null> {
  const row = await db.selectFrom('reset_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (!row) return null
  const { person_id, issued_by, expires_at, used_at, ended_at } = row
  return { personId: person_id, issuedBy: issued_by, expiresAt: expires_at, usedAt: used_at, endedAt: ended_at }
}

export async function saveResetLink(
  db: Reading,
  of: { tokenHash: string; personId: string; issuedAt: string; issuedBy: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('reset_links')
    .values({
      token_hash: of.tokenHash,
      person_id: of.personId,
      issued_at: of.issuedAt,
      issued_by: of.issuedBy,
      expires_at: of.expiresAt,
      used_at: null,
      ended_at: null,
    })
    .execute()
}

/** Uses a link up. False when it is unknown, used, ended or expired: of two who try at once, one is told so. */
export async function spendResetLink(db: Reading, tokenHash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reset_links')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** No link issued before opens this person's account any more. */
export async function endResetLinksOf(db: Reading, personId: string, at: string): Promise<void> {
  await db
    .updateTable('reset_links')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends every link that would still work. Returns how many. */
export async function endAllResetLinks(db: Reading, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reset_links')
    .set({ ended_at: at })
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export async function removeResetLinksOf(db: Reading, personId: string): Promise<void> {
  await db.deleteFrom('reset_links').where('person_id', '=', personId).execute()
}

/** Removes links that expired before an instant, used or not. */
export async function removeResetLinksBefore(db: Reading, at: string): Promise<void> {
  await db.deleteFrom('reset_links').where('expires_at', '<=', at).execute()
}
