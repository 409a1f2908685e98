import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import { findAccount } from './store.ts'

export interface NewPerson {
  /** Tidied already. */
  name: string
  /** Normalised already: lower-case address or +45… number. */
  login: string
  /** PHC string. Hashed before the transaction: hashing in one would stop the whole site. */
  passwordHash: string
  language: Language
}

/** Makes a person with an account. Refuses: conflict when the login is taken. */
export async function addPerson(work: Work, of: NewPerson): Promise<string> {
  if (await findAccount(work.db, of.login)) throw new Refusal('conflict', 'the login is taken')
  const id = work.newId()
  await work.db
    .insertInto('people')
    .values({
      id,
      name: of.name,
      search_name: searchable(of.name),
      login: of.login,
      password_hash: of.passwordHash,
      language: of.language,
      joined_at: work.at,
    })
    .execute()
  await record({ ...work, actor: { personId: id, roles: [], manages: [] } }, 'person.joined', id, { personId: id })
  return id
}
