import type { Day } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { Actor, Role, Subject } from '#policy.ts'
import { agreedVenuesOf } from './agreed-store.ts'

/** The actor a person is on a day: roles in force, venues managed. */
export async function actorOn(db: Reading, personId: string, day: Day): Promise<Actor> {
  const rows = await rolesInForce(db, day)
    .select(['role_facts.role', 'role_facts.venue_id'])
    .where('role_facts.person_id', '=', personId)
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

/** A person as the rules about getting somebody back in see one, on a day. */
export async function subjectOf(db: Reading, personId: string, day: Day): Promise<Subject> {
  const { roles } = await actorOn(db, personId, day)
  const worksAt = await agreedVenuesOf(db, personId, day)
  return { personId, roles, worksAt, onceAssociation: await wasEverOfAssociation(db, personId) }
}

/** Also for a role that was ended on its first day, of which no believed row is left. */
async function wasEverOfAssociation(db: Reading, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('role_facts')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', 'association')
    .executeTakeFirst()
  return row !== undefined
}

const rolesInForce = (db: Reading, day: Day) =>
  db
    .selectFrom('role_facts')
    .where('role_facts.superseded_at', 'is', null)
    .where('role_facts.first_on', '<=', day)
    .where((where) => where.or([where('role_facts.last_on', 'is', null), where('role_facts.last_on', '>=', day)]))

/** One holding of a role as believed now. */
export interface RoleFact {
  id: string
  personId: string
  role: Role
  venueId: string | null
  firstOn: Day
  lastOn: Day | null
}

const factColumns = [
  'role_facts.id',
  'role_facts.person_id',
  'role_facts.role',
  'role_facts.venue_id',
  'role_facts.first_on',
  'role_facts.last_on',
] as const

/** The holding behind an id, and whether it is still believed. Refuses: not-found. */
export async function getRoleFact(db: Reading, id: string): Promise<RoleFact & { believed: boolean }> {
  const row = await db
    .selectFrom('role_facts')
    .select(factColumns)
    .select('role_facts.superseded_at')
    .where('id', '=', id)
    .executeTakeFirst()
  const { superseded_at, ...fact } = found(row, 'role')
  return { ...toRoleFact(fact), believed: superseded_at === null }
}

/** The roles a person holds on a day. */
export async function rolesOf(db: Reading, personId: string, day: Day): Promise<RoleFact[]> {
  const rows = await rolesInForce(db, day)
    .select(factColumns)
    .where('role_facts.person_id', '=', personId)
    .orderBy('role_facts.first_on')
    .orderBy('role_facts.id')
    .execute()
  return rows.map(toRoleFact)
}

/** A holding with its names, for lists. */
export interface RoleLine extends RoleFact {
  /** Null once the person is erased. */
  name: string | null
  venue: { slug: string; name: string } | null
  /** Over before the day asked for. */
  ended: boolean
}

/** Who holds or held which role since when, as believed now: by role, those in force before the ended ones, then by first day. */
export async function listRoles(db: Reading, day: Day): Promise<RoleLine[]> {
  const rows = await db
    .selectFrom('role_facts')
    .innerJoin('people', 'people.id', 'role_facts.person_id')
    .leftJoin('venues', 'venues.id', 'role_facts.venue_id')
    .select(factColumns)
    .select(['people.name', 'venues.slug', 'venues.name as venue_name'])
    .where('role_facts.superseded_at', 'is', null)
    .orderBy('role_facts.role')
    .orderBy('role_facts.first_on')
    .orderBy('role_facts.id')
    .execute()
  const lines = rows.map((row) => ({
    ...toRoleFact(row),
    name: row.name,
    venue: row.slug !== null && row.venue_name !== null ? { slug: row.slug, name: row.venue_name } : null,
    ended: row.last_on !== null && row.last_on < day,
  }))
  return lines.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : Number(a.ended) - Number(b.ended)))
}

/** How many people are the association on a day. */
export async function associationCount(db: Reading, day: Day): Promise<number> {
  const row = await rolesInForce(db, day)
    .select(({ fn }) => fn.count<number | string>('role_facts.person_id').distinct().as('people'))
    .where('role_facts.role', '=', 'association')
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

interface Row {
  id: string
  person_id: string
  role: string
  venue_id: string | null
  first_on: string
  last_on: string | null
}

const toRoleFact = (row: Row): RoleFact => ({
  id: row.id,
  personId: row.person_id,
  role: row.role as Role,
  venueId: row.venue_id,
  firstOn: row.first_on,
  lastOn: row.last_on,
})
