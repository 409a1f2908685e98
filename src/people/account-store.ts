import type { Reading } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import type { Account } from './store.ts'

/** An account that has been claimed: with a login and a password. */
export interface OwnAccount extends Account {
  login: string
}

/** The account of a person, or null: erased, or entered by a venue and not claimed yet. */
export async function findAccountOf(db: Reading, personId: string): Promise<OwnAccount | null> {
  const row = await db
    .selectFrom('people')
    .select(['name', 'login', 'language', 'password_hash'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row?.name || !row.login || !row.password_hash) return null
  const { name, login } = row
  return { personId, name, login, language: row.language as Language, passwordHash: row.password_hash }
}

/** Does anybody have this normalised login, also somebody who has not claimed the account yet? */
export async function isLoginTaken(db: Reading, login: string): Promise<boolean> {
  return (await db.selectFrom('people').select('id').where('login', '=', login).executeTakeFirst()) !== undefined
}

export async function savePassword(db: Reading, personId: string, passwordHash: string): Promise<void> {
  await db.updateTable('people').set({ password_hash: passwordHash }).where('id', '=', personId).execute()
}

export async function saveLogin(db: Reading, personId: string, login: string): Promise<void> {
  await db.updateTable('people').set({ login }).where('id', '=', personId).execute()
}
