import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import { claimPerson } from './claim-person.ts'
import type { NewPerson } from './new-person.ts'
import { findByLogin } from './unclaimed-store.ts'

/**
 * Makes a person with an account, or opens the one that a venue made for this login and nobody has opened yet: the same person, never a second.
 * Refuses: conflict when the login is taken.
 */
export async function addPerson(work: Work, of: NewPerson): Promise<string> {
  const known = await findByLogin(work.db, of.login)
  if (known?.claimed) throw new Refusal('conflict', 'the login is taken')
  if (known) {
    await claimPerson(work, known.personId, of)
    return known.personId
  }
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
