import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { Venue, VenueKind } from './venue.ts'

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

/** What a venue is called. Refuses: not-found. */
export async function venueNameOf(db: Reading, venueId: string): Promise<string> {
  const row = await db.selectFrom('venues').select('name').where('id', '=', venueId).executeTakeFirst()
  return found(row, 'venue').name
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
