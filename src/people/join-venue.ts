import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Language } from '#web/language.ts'
import type { Job } from './job.ts'
import { employmentsOf, findAccount } from './store.ts'

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

/**
 * The actor joins a venue in a job from today, unconfirmed until a manager says so. Joining again while employed there changes nothing
 * and returns the employment there is.
 */
export async function joinVenue(work: Work, of: { personId: string; venueId: string; job: Job }): Promise<string> {
  must(may.useOwn(work.actor, of), 'join a venue for somebody else')
  const known = (await employmentsOf(work.db, of.personId, work.today)).find((one) => one.venueId === of.venueId)
  if (known) return known.id

  const employmentId = work.newId()
  const { personId, venueId } = of
  await work.db.insertInto('employments').values({ id: employmentId, person_id: personId, venue_id: venueId }).execute()
  await work.db
    .insertInto('employment_facts')
    .values({
      id: work.newId(),
      employment_id: employmentId,
      person_id: personId,
      venue_id: venueId,
      job: of.job,
      first_on: work.today,
      last_on: null,
      confirmed_at: null,
      confirmed_by: null,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
  await record(work, 'employment.joined', employmentId, { personId, venueId }, { job: of.job })
  return employmentId
}
