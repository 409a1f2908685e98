import type { Day, Instant } from '#base/dates.ts'
import { dayOf } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import { selvesOf } from './store.ts'

/** What was looked at: one person's page, a venue's people on a page, or the same as a file. */
export const lookKinds = ['person', 'staff', 'sheet'] as const
export type LookKind = (typeof lookKinds)[number]

export interface Look {
  id: string
  lookerId: string
  /** The role by which the looker could look. */
  lookerRole: 'manager' | 'association'
  kind: LookKind
  personId: string | null
  venueId: string | null
}

/** Writes down a look unless the same was written down that day. */
export async function saveLook(db: Reading, look: Look, now: Date): Promise<void> {
  const day = dayOf(now)
  const same = await db
    .selectFrom('looks')
    .select('id')
    .where('looker_id', '=', look.lookerId)
    .where('kind', '=', look.kind)
    .where('looked_on', '=', day)
    .where('person_id', 'is not distinct from', look.personId)
    .where('venue_id', 'is not distinct from', look.venueId)
    .executeTakeFirst()
  if (same) return
  await db
    .insertInto('looks')
    .values({
      id: look.id,
      looker_id: look.lookerId,
      looker_role: look.lookerRole,
      kind: look.kind,
      person_id: look.personId,
      venue_id: look.venueId,
      looked_on: day,
      looked_at: now.toISOString(),
    })
    .execute()
}

/** A look at somebody, as that person is told: by role, never by name. */
export interface LookAt {
  on: Day
  at: Instant
  by: 'manager' | 'association'
  kind: LookKind
  venueName: string | null
}

const mostLooks = 500

/**
 * Who looked at a person's data, newest first, 500 at the most: at the person, and at the people of a venue on a day when the person
 * worked there as it was known then. Without the person's own looks.
 */
export async function looksAt(db: Reading, personId: string): Promise<LookAt[]> {
  const selves = await selvesOf(db, personId)
  const rows = await db
    .selectFrom('looks')
    .leftJoin('venues', 'venues.id', 'looks.venue_id')
    .select(['looks.looked_on', 'looks.looked_at', 'looks.looker_role', 'looks.kind', 'venues.name'])
    .where('looks.looker_id', 'not in', selves)
    .where((where) =>
      where.or([
        where('looks.person_id', 'in', selves),
        where.and([
          where('looks.person_id', 'is', null),
          where.exists(
            where
              .selectFrom('employment_facts as fact')
              .select('fact.id')
              .where('fact.person_id', 'in', selves)
              .whereRef('fact.venue_id', '=', 'looks.venue_id')
              .whereRef('fact.first_on', '<=', 'looks.looked_on')
              .whereRef('fact.written_at', '<=', 'looks.looked_at')
              .where((fact) =>
                fact.and([
                  fact.or([fact('fact.last_on', 'is', null), fact('fact.last_on', '>=', fact.ref('looks.looked_on'))]),
                  fact.or([
                    fact('fact.superseded_at', 'is', null),
                    fact('fact.superseded_at', '>', fact.ref('looks.looked_at')),
                  ]),
                ]),
              ),
          ),
        ]),
      ]),
    )
    .orderBy('looks.looked_at', 'desc')
    .orderBy('looks.id', 'desc')
    .limit(mostLooks)
    .execute()
  return rows.map((row) => ({
    on: row.looked_on,
    at: row.looked_at,
    by: row.looker_role as LookAt['by'],
    kind: row.kind as LookKind,
    venueName: row.name,
  }))
}
