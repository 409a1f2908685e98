import type { Day, Instant } from '#base/dates.ts'
import { meetsOn, overdueOn } from '#certificates/counting-store.ts'
import type { Reading } from '#db/work.ts'
import { closedVenuesOn } from '#people/closing-store.ts'
import { type Affected, changeAt, onePerPerson } from './affected.ts'
import type { Spell } from './due.ts'
import type { RequiredJob, Requirement } from './requirement.ts'
import { toSpell } from './store.ts'

export interface Planned {
  job: RequiredJob
  courseId: string
  /** The first day of the change. */
  day: Day
  /** All requirements that count by the day, without the change and with it. */
  before: readonly Requirement[]
  after: readonly Requirement[]
}

/** Whom a change concerns, by the facts as known now: nothing is written. */
export async function readAffected(db: Reading, planned: Planned, now: Instant): Promise<Affected> {
  const { courseId, day } = planned
  const held = await holdersOf(db, courseId, day, now)
  const working = await workingOn(db, planned)
  const confirmed = working.filter((row) => row.confirmed_at !== null)
  const people = new Set(confirmed.map((row) => row.person_id))
  const lacking = new Set([...people].filter((person) => !held.has(person)))
  const venues = new Set(confirmed.map((row) => row.venue_id))
  const spells = await spellsOf(db, [...lacking], day)
  const places = new Set(confirmed.filter((row) => lacking.has(row.person_id)).map(placeOf))
  const changes = [...spells]
    .filter(([place]) => places.has(place))
    .map(([place, own]) => {
      const [personId, venueId] = place.split(' ') as [string, string]
      return changeAt({ personId, venueId, spells: own }, planned)
    })
  const unconfirmed = new Set(working.map((row) => row.person_id).filter((person) => !people.has(person)))
  return {
    people: people.size,
    venues: venues.size,
    holders: people.size - lacking.size,
    unconfirmed: unconfirmed.size,
    changes: onePerPerson(changes),
  }
}

/** Who works in the job on the day at a venue that is open then. */
async function workingOn(db: Reading, { job, day }: Planned) {
  const rows = await believedNow(db)
    .select(['person_id', 'venue_id', 'job', 'confirmed_at'])
    .where('first_on', '<=', day)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .execute()
  const closed = await closedVenuesOn(db, day)
  return rows.filter((row) => !closed.has(row.venue_id) && (job === 'any' || row.job === job))
}

async function holdersOf(db: Reading, courseId: string, day: Day, now: Instant): Promise<ReadonlySet<string>> {
  const when = { on: day, knownAt: now }
  const overdue = await overdueOn(db, when)
  const rows = await db
    .selectFrom('certificates')
    .select('certificates.person_id')
    .where('certificates.course_id', '=', courseId)
    .where(meetsOn(when, overdue))
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

const atOnce = 500

/** Every confirmed spell of these people begun by the day, by person and venue. */
async function spellsOf(db: Reading, people: readonly string[], day: Day): Promise<ReadonlyMap<string, Spell[]>> {
  const places = new Map<string, Spell[]>()
  for (let from = 0; from < people.length; from += atOnce) {
    const rows = await believedNow(db)
      .select(['person_id', 'venue_id', 'job', 'first_on', 'last_on'])
      .where('person_id', 'in', people.slice(from, from + atOnce))
      .where('confirmed_at', 'is not', null)
      .where('first_on', '<=', day)
      .execute()
    for (const [place, own] of Map.groupBy(rows, placeOf)) places.set(place, own.map(toSpell))
  }
  return places
}

const believedNow = (db: Reading) => db.selectFrom('employment_facts').where('superseded_at', 'is', null)
const placeOf = (row: { person_id: string; venue_id: string }) => `${row.person_id} ${row.venue_id}`

/** The names of people, null once erased, and of venues, by id. */
export async function namesOf(
  db: Reading,
  of: readonly { personId: string; venueId: string }[],
): Promise<{ people: ReadonlyMap<string, string | null>; venues: ReadonlyMap<string, string> }> {
  if (of.length === 0) return { people: new Map(), venues: new Map() }
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(of.map((one) => one.personId))])
    .execute()
  const venues = await db
    .selectFrom('venues')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(of.map((one) => one.venueId))])
    .execute()
  return {
    people: new Map(people.map((row) => [row.id, row.name])),
    venues: new Map(venues.map((row) => [row.id, row.name])),
  }
}
