import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import { findByLogin } from './unclaimed-store.ts'

/**
 * Makes a person without a password, until whoever it is opens the account by an invitation, or joins with this login. `name` is tidied and
 * `login` normalised already. The caller has asked the policy. Returns the person's id. Refuses: conflict when the login is taken.
 */
export async function addUnclaimedPerson(
  work: Work,
  of: { name: string; login: string; language: Language },
): Promise<string> {
  if (await findByLogin(work.db, of.login)) throw new Refusal('conflict', 'the login is taken')
  const id = work.newId()
  const { name, login, language } = of
  await work.db
    .insertInto('people')
    .values({ id, name, search_name: searchable(name), login, password_hash: null, language, joined_at: work.at })
    .execute()
  await record(work, 'person.entered', id, { personId: id })
  return id
}
