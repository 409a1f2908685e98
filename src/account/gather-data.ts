import { looksAt } from '#audit/looks-store.ts'
import { selvesOf } from '#audit/store.ts'
import { type Instant, instantOf } from '#base/dates.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { listVenues } from '#people/venue-store.ts'
import { actsOf, type Row, rowsAbout } from './data-store.ts'
import { kept } from './kept.ts'

/** Everything that is kept about a person, as text for her and for a machine: one list for each kind of thing. */
export interface OwnData {
  made_at: Instant
  [kind: string]: Instant | readonly Row[]
}

const inJson = new Set(['particulars', 'snapshot', 'asked', 'choice', 'guests', 'answers', 'pages'])

/**
 * Gathers what `kept.ts` says is told. Venues stand with their names. Whoever else did something stands as what they are, never by name: their
 * names are theirs. A link that would open something is left out of its letter.
 */
export async function gatherData(db: Reading, personId: string, now: Date): Promise<OwnData> {
  const whose = { selves: await selvesOf(db, personId) }
  const venues = new Map((await listVenues(db)).map((venue) => [venue.id, venue.name]))
  const toTold = (row: Row) => tellRow(row, whose.selves, venues)

  const data: Record<string, Instant | readonly Row[]> = { made_at: instantOf(now) }
  for (const [table, { as }] of Object.entries(kept))
    data[as] = (await rowsAbout(db, table as keyof Tables, whose)).map(withoutSecrets).map(toTold)
  data.looks = (await looksAt(db, personId)).map(({ venueName, ...look }) => ({ ...look, venue: venueName }))
  data.done_for_others = (await actsOf(db, whose)).map(toTold)
  return data as OwnData
}

const withoutSecrets = (row: Row): Row => (row.secret === 1 ? { ...row, text: null } : row)

function tellRow(row: Row, selves: readonly string[], venues: ReadonlyMap<string, string>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'venue_id') return ['venue', venues.get(String(value)) ?? null]
      if (column === 'actor_id' || column.endsWith('_by'))
        return [column.replace('actor_id', 'by'), whoIs(value, selves)]
      return [column, inJson.has(column) && typeof value === 'string' ? JSON.parse(value) : value]
    }),
  )
}

function whoIs(value: unknown, selves: readonly string[]): string | null {
  if (value === null) return null
  if (selves.includes(String(value))) return 'you'
  return value === 'clockwork' || value === 'operator' ? 'the system' : 'somebody else'
}
