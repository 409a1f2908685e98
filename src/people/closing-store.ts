import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Day, Instant } from '#base/dates.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading, Work } from '#db/work.ts'
import { type Closing, type ClosingChange, isClosedOn } from './closing.ts'

export interface KnownClosing extends Closing {
  id: string
  venueId: string
}

/** For which day, and with the knowledge of which instant. */
export interface When {
  on: Day
  knownAt: Instant
}

/** The closings of a venue as believed now, in order of days. */
export async function closingsOf(db: Reading, venueId: string): Promise<KnownClosing[]> {
  const rows = await believedNow(db).where('venue_id', '=', venueId).orderBy('first_on').execute()
  return rows.map(toClosing)
}

/** All closings of all venues as believed now, by venue. */
export async function closingsByVenue(db: Reading): Promise<ReadonlyMap<string, KnownClosing[]>> {
  const rows = await believedNow(db).orderBy('first_on').execute()
  return Map.groupBy(rows.map(toClosing), (one) => one.venueId)
}

const believedNow = (db: Reading) =>
  db.selectFrom('venue_closings').select(['id', 'venue_id', 'first_on', 'last_on']).where('superseded_at', 'is', null)

/** The closing a venue is in on a day, as known at an instant; null when it is open. */
export async function closingAt(db: Reading, venueId: string, when: When): Promise<KnownClosing | null> {
  const row = await db
    .selectFrom('venue_closings')
    .select(['id', 'venue_id', 'first_on', 'last_on'])
    .where('venue_id', '=', venueId)
    .where(isClosedAt(when))
    .executeTakeFirst()
  return row ? toClosing(row) : null
}

/** The closing a venue is in on a day, and the next one to come after it, as known at an instant. */
export async function closingsAround(
  db: Reading,
  venueId: string,
  when: When,
): Promise<{ now: KnownClosing | null; next: KnownClosing | null }> {
  const rows = await db
    .selectFrom('venue_closings')
    .select(['id', 'venue_id', 'first_on', 'last_on'])
    .where('venue_id', '=', venueId)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', when.on)]))
    .where(isBelievedAt(when))
    .orderBy('first_on')
    .execute()
  const closings = rows.map(toClosing)
  return {
    now: closings.find((one) => isClosedOn(one, when.on)) ?? null,
    next: closings.find((one) => one.firstOn > when.on) ?? null,
  }
}

/** Is a venue closed on a day, as believed now? */
export const closedOn = async (db: Reading, venueId: string, day: Day): Promise<boolean> =>
  (await closingAt(db, venueId, { on: day, knownAt: foreverKnown })) !== null

/** The venues closed on a day, as known at an instant. */
export async function closedVenues(db: Reading, when: When): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('venue_closings').select('venue_id').where(isClosedAt(when)).execute()
  return new Set(rows.map((row) => row.venue_id))
}

/** The venues closed on a day, as believed now. */
export const closedVenuesOn = (db: Reading, day: Day): Promise<ReadonlySet<string>> =>
  closedVenues(db, { on: day, knownAt: foreverKnown })

/** The condition that a row of `employment_facts` is of a venue open on the day. Worth asking only where some venue is closed. */
export function atOpenVenue(when: When): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'employment_facts'>()
  return where(
    'employment_facts.venue_id',
    'not in',
    where.selectFrom('venue_closings').select('venue_closings.venue_id').where(isClosedAt(when)),
  )
}

/** The condition that a row of `venue_closings` includes the day and is believed at the instant. */
function isClosedAt({ on, knownAt }: When): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'venue_closings'>()
  return where.and([
    where('venue_closings.first_on', '<=', on),
    where.or([where('venue_closings.last_on', 'is', null), where('venue_closings.last_on', '>=', on)]),
    isBelievedAt({ knownAt }),
  ])
}

function isBelievedAt({ knownAt }: Pick<When, 'knownAt'>): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'venue_closings'>()
  return where.and([
    where('venue_closings.written_at', '<=', knownAt),
    where.or([where('venue_closings.superseded_at', 'is', null), where('venue_closings.superseded_at', '>', knownAt)]),
  ])
}

/** What was believed stays readable as known then; what is believed from now on is a new row. */
export async function writeClosing(
  work: Work,
  venueId: string,
  { away, instead }: ClosingChange<KnownClosing>,
): Promise<void> {
  for (const { id } of away)
    await work.db.updateTable('venue_closings').set({ superseded_at: work.at }).where('id', '=', id).execute()
  if (!instead) return
  await work.db
    .insertInto('venue_closings')
    .values({
      id: work.newId(),
      venue_id: venueId,
      first_on: instead.firstOn,
      last_on: instead.lastOn,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
}

/** Later than anything written: what is believed now. */
const foreverKnown: Instant = '9999-12-31T23:59:59.999Z'

const toClosing = (row: { id: string; venue_id: string; first_on: string; last_on: string | null }): KnownClosing => ({
  id: row.id,
  venueId: row.venue_id,
  firstOn: row.first_on,
  lastOn: row.last_on,
})
