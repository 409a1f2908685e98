import type { Reading } from '#db/work.ts'
import type { Entered } from './likeness.ts'
import { pairKey } from './likeness.ts'

/** Everybody there is, with where they work or have worked, as believed now; without those erased or merged. */
export async function everybody(db: Reading): Promise<Entered[]> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'name', 'login'])
    .where('name', 'is not', null)
    .where('merged_into_id', 'is', null)
    .orderBy('id')
    .execute()
  const places = await db
    .selectFrom('employment_facts')
    .select(['person_id', 'venue_id'])
    .distinct()
    .where('superseded_at', 'is', null)
    .execute()
  const venues = Map.groupBy(places, (row) => row.person_id)
  return people.map(({ id, name, login }) => ({
    personId: id,
    name: name as string,
    login,
    venues: (venues.get(id) ?? []).map((row) => row.venue_id),
  }))
}

/** The pairs that were told apart, by `pairKey`. */
export async function toldApart(db: Reading): Promise<Set<string>> {
  const rows = await db.selectFrom('told_apart').select(['one_id', 'other_id']).execute()
  return new Set(rows.map((row) => pairKey(row.one_id, row.other_id)))
}

export async function saveToldApart(
  db: Reading,
  of: { people: readonly [string, string]; at: string; by: string },
): Promise<void> {
  const [one, other] = [...of.people].sort() as [string, string]
  await db
    .insertInto('told_apart')
    .values({ one_id: one, other_id: other, told_at: of.at, told_by: of.by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** One record as it is compared with another. */
export interface Compared {
  personId: string
  name: string
  login: string | null
  joinedAt: string
  claimed: boolean
  certificates: number
  venues: string[]
  roles: number
  lastSignInAt: string | null
}

/** Null for somebody unknown, erased, or merged already. */
export async function compared(db: Reading, personId: string, today: string): Promise<Compared | null> {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'login', 'joined_at', 'password_hash'])
    .where('id', '=', personId)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()
  if (!person?.name) return null
  const of = { personId }
  return {
    personId,
    name: person.name,
    login: person.login,
    joinedAt: person.joined_at,
    claimed: person.password_hash !== null,
    certificates: await certificateCount(db, of),
    venues: await venueNames(db, of),
    roles: await roleCount(db, { ...of, today }),
    lastSignInAt: await lastSignIn(db, of),
  }
}

interface Of {
  personId: string
}

async function certificateCount(db: Reading, { personId }: Of): Promise<number> {
  const { count } = await db
    .selectFrom('certificates')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function venueNames(db: Reading, { personId }: Of): Promise<string[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .innerJoin('venues', 'venues.id', 'employment_facts.venue_id')
    .select('venues.name')
    .distinct()
    .where('employment_facts.person_id', '=', personId)
    .where('employment_facts.superseded_at', 'is', null)
    .orderBy('venues.name')
    .execute()
  return rows.map((row) => row.name)
}

async function roleCount(db: Reading, { personId, today }: Of & { today: string }): Promise<number> {
  const { count } = await db
    .selectFrom('role_facts')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', today)]))
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function lastSignIn(db: Reading, { personId }: Of): Promise<string | null> {
  const row = await db
    .selectFrom('audit_events')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('person_id', '=', personId)
    .where('action', '=', 'sign-in.started')
    .executeTakeFirst()
  return row?.at ?? null
}
