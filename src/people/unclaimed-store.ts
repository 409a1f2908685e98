import type { Day } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import type { Language } from '#web/language.ts'

/** Somebody whom a venue has entered and who has not chosen a password yet. */
export interface Unclaimed {
  personId: string
  name: string
  login: string
  language: Language
}

/** The person, when nobody has claimed the account yet; null when somebody has, and for whoever is erased or merged. */
export async function findUnclaimed(db: Reading, personId: string): Promise<Unclaimed | null> {
  const row = await db
    .selectFrom('people')
    .select(['name', 'login', 'language'])
    .where('id', '=', personId)
    .where('password_hash', 'is', null)
    .executeTakeFirst()
  if (!row?.name || !row.login) return null
  return { personId, name: row.name, login: row.login, language: row.language as Language }
}

/** Who has this normalised login, and whether the account is claimed; null when nobody has. */
export async function findByLogin(db: Reading, login: string): Promise<{ personId: string; claimed: boolean } | null> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'password_hash'])
    .where('login', '=', login)
    .executeTakeFirst()
  return row ? { personId: row.id, claimed: row.password_hash !== null } : null
}

/** Is a person employed at a venue on a day or after it, as believed now? */
export async function isEnteredAt(db: Reading, of: { personId: string; venueId: string }, day: Day): Promise<boolean> {
  const row = await db
    .selectFrom('employment_facts')
    .select('id')
    .where('person_id', '=', of.personId)
    .where('venue_id', '=', of.venueId)
    .where('superseded_at', 'is', null)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody whom a venue employs on a day or later and who has not chosen a password yet, by name. */
export async function unclaimedAt(db: Reading, venueId: string, day: Day): Promise<Unclaimed[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .innerJoin('people', 'people.id', 'employment_facts.person_id')
    .select(['people.id', 'people.name', 'people.login', 'people.language'])
    .distinct()
    .where('employment_facts.venue_id', '=', venueId)
    .where('employment_facts.superseded_at', 'is', null)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .where('people.password_hash', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows.flatMap(({ id, name, login, language }) =>
    name && login ? [{ personId: id, name, login, language: language as Language }] : [],
  )
}
