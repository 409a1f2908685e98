import type { Reading } from '#db/work.ts'

export interface SetupLink {
  expiresAt: string
  usedAt: string | null
}

export async function findSetupLink(db: Reading, tokenHash: string): Promise<SetupLink | null> {
  const row = await db
    .selectFrom('setup_links')
    .select(['expires_at', 'used_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row ? { expiresAt: row.expires_at, usedAt: row.used_at } : null
}

/** The new link, and no other: what was issued before can no longer be used. */
export async function saveSetupLink(
  db: Reading,
  of: { tokenHash: string; issuedAt: string; expiresAt: string },
): Promise<void> {
  await db.updateTable('setup_links').set({ used_at: of.issuedAt }).where('used_at', 'is', null).execute()
  await db
    .insertInto('setup_links')
    .values({ token_hash: of.tokenHash, issued_at: of.issuedAt, expires_at: of.expiresAt, used_at: null })
    .execute()
}

/** Uses a link up. False when it is unknown, used or expired: of two who try at once, one is told so. */
export async function spendSetupLink(db: Reading, tokenHash: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('setup_links')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
