import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import { agreeToEmployments } from './agree-to-employments.ts'
import type { NewPerson } from './new-person.ts'
import { findByLogin } from './unclaimed-store.ts'

/**
 * Whoever was entered by a venue makes the account her own: name and login as she says, and a password. The caller has seen a link or a
 * login that leads to this person. `venueId`: the venue whose invitation it was, which she says so that she works for; what other venues wrote
 * down of her counts, but gives them nothing to say over the account. Refuses: gone when somebody has claimed it; conflict when another person
 * has the login.
 */
export async function claimPerson(
  work: Work,
  personId: string,
  of: NewPerson,
  venueId: string | null = null,
): Promise<void> {
  const other = await findByLogin(work.db, of.login)
  if (other && other.personId !== personId) throw new Refusal('conflict', 'the login is taken')
  const { numUpdatedRows } = await work.db
    .updateTable('people')
    .set({
      name: of.name,
      search_name: searchable(of.name),
      login: of.login,
      password_hash: of.passwordHash,
      language: of.language,
    })
    .where('id', '=', personId)
    .where('password_hash', 'is', null)
    .where('login', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Refusal('gone', 'the account is claimed already')
  const themselves = { ...work, actor: { personId, roles: [], manages: [] } }
  await record(themselves, 'person.claimed', personId, { personId })
  if (venueId !== null) await agreeToEmployments(themselves, venueId)
}
