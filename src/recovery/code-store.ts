import type { Reading } from '#db/work.ts'

/** The codes of one person that can still be used: one salt, and each code's hash by its id. */
export interface CodeSet {
  salt: string
  codes: readonly { id: string; hash: string }[]
}

/** Null when there is none left. */
export async function codeSetOf(db: Reading, personId: string): Promise<CodeSet | null> {
  const rows = await db
    .selectFrom('recovery_codes')
    .select(['id', 'code_hash', 'salt'])
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .orderBy('id')
    .execute()
  const [first] = rows
  return first ? { salt: first.salt, codes: rows.map((row) => ({ id: row.id, hash: row.code_hash })) } : null
}

/** How many codes are left of the set in force, and when it was issued; null when there never was one. */
export async function codesLeft(db: Reading, personId: string): Promise<{ left: number; issuedAt: string } | null> {
  const rows = await db
    .selectFrom('recovery_codes')
    .select(['issued_at', 'used_at'])
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .execute()
  const [first] = rows
  return first ? { left: rows.filter((row) => row.used_at === null).length, issuedAt: first.issued_at } : null
}

export async function replaceCodes(db: Reading, personId: string, at: string): Promise<void> {
  await db
    .updateTable('recovery_codes')
    .set({ replaced_at: at })
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .execute()
}

export async function saveCode(
  db: Reading,
  of: { id: string; personId: string; hash: string; salt: string; issuedAt: string },
): Promise<void> {
  await db
    .insertInto('recovery_codes')
    .values({
      id: of.id,
      person_id: of.personId,
      code_hash: of.hash,
      salt: of.salt,
      issued_at: of.issuedAt,
      used_at: null,
      replaced_at: null,
    })
    .execute()
}

/** Uses a code up. False when it is used or replaced: of two who try at once, one is told so. */
export async function spendCode(db: Reading, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function removeCodesOf(db: Reading, personId: string): Promise<void> {
  await db.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
}
