import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { Language } from '#web/language.ts'

export interface Partnership {
  name: string
  demo: boolean
}

export async function findPartnership(db: Reading): Promise<Partnership | null> {
  const row = await db.selectFrom('partnership').select(['name', 'demo_at']).executeTakeFirst()
  return row ? { name: row.name, demo: row.demo_at !== null } : null
}

export interface Account {
  personId: string
  name: string
  language: Language
  passwordHash: string
}

/** The account behind a normalised login, or null; also null while nobody has claimed it. */
export async function findAccount(db: Reading, login: string): Promise<Account | null> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'language', 'password_hash'])
    .where('login', '=', login)
    .executeTakeFirst()
  if (!row?.name || !row.password_hash) return null
  return { personId: row.id, name: row.name, language: row.language as Language, passwordHash: row.password_hash }
}

/** The name a person goes by now. Refuses: not-found, also for a person who was erased. */
export async function getName(db: Reading, personId: string): Promise<string> {
  const row = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
  return found(row?.name, 'person')
}
