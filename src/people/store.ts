import { type Day, dayOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { Actor, Role } from '#policy.ts'
import type { Language } from '#web/language.ts'
import type { Job } from './job.ts'
import type { Venue, VenueKind } from './venue.ts'

export interface Partnership {
  name: string
  demo: boolean
}

export async function findPartnership(db: Reading): Promise<Partnership | null> {
  const row = await db.selectFrom('partnership').select(['name', 'demo_at']).executeTakeFirst()
  return row ? { name: row.name, demo: row.demo_at !== null } : null
}

const venueColumns = ['venues.id', 'venues.slug', 'venues.name', 'venues.kind', 'venues.address'] as const

export async function findVenue(db: Reading, slug: string): Promise<Venue | null> {
  const row = await db.selectFrom('venues').select(venueColumns).where('slug', '=', slug).executeTakeFirst()
  return row ? toVenue(row) : null
}

export const getVenue = async (db: Reading, slug: string): Promise<Venue> => found(await findVenue(db, slug), 'venue')

export async function listVenues(db: Reading): Promise<Venue[]> {
  const rows = await db.selectFrom('venues').select(venueColumns).orderBy('name').execute()
  return rows.map(toVenue)
}

/** Venues by their ids, by name. */
export async function venuesWithIds(db: Reading, ids: readonly string[]): Promise<Venue[]> {
  const rows = await db.selectFrom('venues').select(venueColumns).where('id', 'in', ids).orderBy('name').execute()
  return rows.map(toVenue)
}

export async function findVenueByCode(db: Reading, code: string): Promise<Venue | null> {
  const row = await db
    .selectFrom('join_codes')
    .innerJoin('venues', 'venues.id', 'join_codes.venue_id')
    .select(venueColumns)
    .where('join_codes.code', '=', code)
    .where('join_codes.replaced_at', 'is', null)
    .executeTakeFirst()
  return row ? toVenue(row) : null
}

/** Was this a code once, on a poster since replaced? */
export async function wasJoinCode(db: Reading, code: string): Promise<boolean> {
  const row = await db.selectFrom('join_codes').select('code').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

/** The code now on a venue's poster. */
export async function getJoinCode(db: Reading, venueId: string): Promise<string> {
  const row = await db
    .selectFrom('join_codes')
    .select('code')
    .where('venue_id', '=', venueId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return found(row, 'join code').code
}

const toVenue = (row: { id: string; slug: string; name: string; kind: string; address: string }): Venue => ({
  ...row,
  kind: row.kind as VenueKind,
})

export interface Account {
  personId: string
  name: string
  language: Language
  passwordHash: string
}

/** The account behind a normalised login, or null. */
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

/** The actor a person is on a day: roles in force, venues managed. */
export async function actorOn(db: Reading, personId: string, day: Day): Promise<Actor> {
  const rows = await db
    .selectFrom('role_facts')
    .select(['role', 'venue_id'])
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('first_on', '<=', day)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .execute()
  return toActor(personId, rows)
}

export function toActor(personId: string, held: readonly { role: string; venue_id: string | null }[]): Actor {
  return {
    personId,
    roles: [...new Set(held.map((fact) => fact.role as Role))],
    manages: held.flatMap((fact) => (fact.role === 'manager' && fact.venue_id ? [fact.venue_id] : [])),
  }
}

export interface Employment {
  id: string
  factId: string
  personId: string
  venueId: string
  job: Job
  firstOn: Day
  lastOn: Day | null
  confirmed: boolean
}

/** What is believed now of one employment that has not ended, or refuses. */
export async function getEmployment(db: Reading, employmentId: string, now: Date): Promise<Employment> {
  const row = await db
    .selectFrom('employment_facts')
    .selectAll()
    .where('employment_id', '=', employmentId)
    .where('superseded_at', 'is', null)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', dayOf(now))]))
    .orderBy('first_on')
    .executeTakeFirst()
  return toEmployment(found(row, 'employment'))
}

/** A person's employments on a day, confirmed or not, as believed now. */
export async function employmentsOf(db: Reading, personId: string, day: Day): Promise<Employment[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .selectAll()
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('first_on', '<=', day)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .orderBy('first_on')
    .execute()
  return rows.map(toEmployment)
}

interface EmploymentRow {
  id: string
  employment_id: string
  person_id: string
  venue_id: string
  job: string
  first_on: string
  last_on: string | null
  confirmed_at: string | null
}

const toEmployment = (row: EmploymentRow): Employment => ({
  id: row.employment_id,
  factId: row.id,
  personId: row.person_id,
  venueId: row.venue_id,
  job: row.job as Job,
  firstOn: row.first_on,
  lastOn: row.last_on,
  confirmed: row.confirmed_at !== null,
})
