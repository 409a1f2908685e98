import type { Instant } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'

/** A person's id and those of the records that turned out to be the same person. */
export async function selvesOf(db: Reading, personId: string): Promise<string[]> {
  const selves = [personId]
  for (let asked = selves; asked.length > 0; ) {
    const rows = await db.selectFrom('people').select('id').where('merged_into_id', 'in', asked).execute()
    asked = rows.map((row) => row.id).filter((id) => !selves.includes(id))
    selves.push(...asked)
  }
  return selves
}

/** One line of what was done. Names as they are now; null for a person who was erased, and for who is no person. */
export interface AuditLine {
  id: string
  at: Instant
  actorId: string
  actorName: string | null
  /** False for `clockwork` and `operator`. */
  actorIsPerson: boolean
  /** `noun.verbed` */
  action: string
  subject: string
  personId: string | null
  personName: string | null
  venueId: string | null
  venueName: string | null
  particulars: Readonly<Record<string, string | number | null>>
}

/** Where a page of lines goes on. */
export interface Cursor {
  at: Instant
  id: string
}

export interface AuditFilter {
  /** Lines about any of these people. */
  about?: readonly string[]
  /** Lines about any of these people or by them. */
  involving?: readonly string[]
  venueId?: string | null
  /** Nouns of actions: `employment`, `role`; all when left out. */
  nouns?: readonly string[]
  withoutNouns?: readonly string[]
  /** Both included. */
  from?: Instant | null
  to?: Instant | null
  before?: Cursor | null
  /** 50 when left out. */
  most?: number
}

/** Who did what when, newest first. The caller has asked the policy. */
export async function auditLines(db: Reading, filter: AuditFilter): Promise<AuditLine[]> {
  const { about, involving, venueId, nouns, withoutNouns = [], from, to, before, most = 50 } = filter
  let query = db
    .selectFrom('audit_events as event')
    .leftJoin('people as actor', 'actor.id', 'event.actor_id')
    .leftJoin('people as person', 'person.id', 'event.person_id')
    .leftJoin('venues as venue', 'venue.id', 'event.venue_id')
    .select([
      'event.id',
      'event.at',
      'event.actor_id',
      'event.action',
      'event.subject',
      'event.person_id',
      'event.venue_id',
      'event.particulars',
      'actor.id as actor_person',
      'actor.name as actor_name',
      'person.name as person_name',
      'venue.name as venue_name',
    ])
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(most)
  if (about) query = query.where('event.person_id', 'in', about)
  if (involving)
    query = query.where((where) =>
      where.or([where('event.person_id', 'in', involving), where('event.actor_id', 'in', involving)]),
    )
  if (venueId) query = query.where('event.venue_id', '=', venueId)
  if (nouns) query = query.where((where) => where.or(nouns.map((noun) => where('event.action', 'like', `${noun}.%`))))
  for (const noun of withoutNouns) query = query.where('event.action', 'not like', `${noun}.%`)
  if (from) query = query.where('event.at', '>=', from)
  if (to) query = query.where('event.at', '<=', to)
  if (before)
    query = query.where((where) =>
      where.or([
        where('event.at', '<', before.at),
        where.and([where('event.at', '=', before.at), where('event.id', '<', before.id)]),
      ]),
    )
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorIsPerson: row.actor_person !== null,
    action: row.action,
    subject: row.subject,
    personId: row.person_id,
    personName: row.person_name,
    venueId: row.venue_id,
    venueName: row.venue_name,
    particulars: JSON.parse(row.particulars) as AuditLine['particulars'],
  }))
}

/** Twenty people at the most whose name holds these words, folded as `searchable` does. */
export async function findNamed(db: Reading, words: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('search_name', 'like', `%${words}%`)
    .where('merged_into_id', 'is', null)
    .orderBy('search_name')
    .orderBy('id')
    .limit(20)
    .execute()
  return rows.flatMap(({ id, name }) => (name === null ? [] : [{ id, name }]))
}

/** Null when there is no such person; a name of null when the person was erased. */
export async function namedPerson(db: Reading, personId: string): Promise<{ name: string | null } | null> {
  return (await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()) ?? null
}

export async function venueIdOf(db: Reading, slug: string): Promise<string | null> {
  const row = await db.selectFrom('venues').select('id').where('slug', '=', slug).executeTakeFirst()
  return row?.id ?? null
}

export const listNamed = (db: Reading): Promise<{ slug: string; name: string }[]> =>
  db.selectFrom('venues').select(['slug', 'name']).orderBy('name').execute()
