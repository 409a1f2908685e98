import { type Day, dayOf, type Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import type { Reading } from '#db/work.ts'
import type { Venue, VenueKind } from './venue.ts'

/** A venue with what only its own pages and the association need. */
export interface VenueFacts extends Venue {
  /** Open after two o'clock at night. */
  openAfter02: boolean
  /** The day it was opened here. */
  openedOn: Day
}

const factColumns = ['id', 'slug', 'name', 'kind', 'address', 'open_after_02', 'created_at'] as const

/** Refuses: not-found. */
export async function getVenueFacts(db: Reading, slug: string): Promise<VenueFacts> {
  const row = await db.selectFrom('venues').select(factColumns).where('slug', '=', slug).executeTakeFirst()
  return toFacts(found(row, 'venue'))
}

/** Refuses: not-found. */
export async function getVenueFactsById(db: Reading, venueId: string): Promise<VenueFacts> {
  const row = await db.selectFrom('venues').select(factColumns).where('id', '=', venueId).executeTakeFirst()
  return toFacts(found(row, 'venue'))
}

/** Every venue there ever was, by name. */
export async function listVenueFacts(db: Reading): Promise<VenueFacts[]> {
  const rows = await db.selectFrom('venues').select(factColumns).orderBy('name').orderBy('slug').execute()
  return rows.map(toFacts)
}

export async function saveVenueFacts(db: Reading, of: Omit<VenueFacts, 'slug' | 'openedOn'>): Promise<void> {
  await db
    .updateTable('venues')
    .set({ name: of.name, kind: of.kind, address: of.address, open_after_02: of.openAfter02 ? 1 : 0 })
    .where('id', '=', of.id)
    .execute()
}

/** Is there another venue of the very same name at the very same address? Case and spaces tell nothing apart. */
export async function findTwin(
  db: Reading,
  of: { id: string | null; name: string; address: string },
): Promise<{ slug: string } | null> {
  const rows = await db.selectFrom('venues').select(['id', 'slug', 'name', 'address']).execute()
  const same = (a: string, b: string) => searchable(a) === searchable(b)
  const twin = rows.find((one) => one.id !== of.id && same(one.name, of.name) && same(one.address, of.address))
  return twin ? { slug: twin.slug } : null
}

/** The short name itself, or with the first number that nobody has: `havnen`, `havnen-2`, `havnen-3`. */
export async function freeSlug(db: Reading, slug: string): Promise<string> {
  const rows = await db.selectFrom('venues').select('slug').where('slug', 'like', `${slug}%`).execute()
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}

interface Row {
  id: string
  slug: string
  name: string
  kind: string
  address: string
  open_after_02: number
  created_at: Instant
}

const toFacts = (row: Row): VenueFacts => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  kind: row.kind as VenueKind,
  address: row.address,
  openAfter02: row.open_after_02 === 1,
  openedOn: dayOf(new Date(row.created_at)),
})
