import type { Instant } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import type { Job } from '#people/job.ts'
import type { Spell } from '#requirements/due.ts'
import { isInForce } from '#requirements/requirement.ts'
import { requirementsOn, toSpell } from '#requirements/store.ts'
import { believedAt, countsInTown, inTown, type TownWhen, type When } from './counting-store.ts'
import { type Figures, nobody } from './figures.ts'
import { type Lacking, lateByNow, peopleLacking, unclearByNow } from './lacking-store.ts'
import { lackingBeforeMoves, movedSince } from './moved-store.ts'
import { cutOffsOf, standingWithout, Tally } from './tally.ts'

export interface VenueFigures {
  venueId: string
  slug: string
  name: string
  figures: Figures
}

export interface TownFigures {
  /** Every venue there was at the instant and that is not closed on the day, by name. */
  venues: readonly VenueFigures[]
  /** Everybody once, however many jobs. */
  town: Figures
}

/**
 * The figures of all venues. People are counted in the database; only those who lack a certificate leave it, because when it was due
 * depends on their history.
 */
export async function readTown(db: Reading, asked: When): Promise<TownFigures> {
  const when = await inTown(db, asked)
  const lacking = (await tallyOf(db, when)).figures()
  const people = await peopleByVenue(db, when)
  const venues = (await venuesAt(db, when.knownAt)).filter((venue) => !when.closed.has(venue.id))
  return {
    venues: venues.map(({ id, slug, name }) => ({
      venueId: id,
      slug,
      name,
      figures: withTheCovered(lacking.venues.get(id) ?? nobody, people.get(id) ?? 0),
    })),
    town: withTheCovered(lacking.town, await peopleInTown(db, when)),
  }
}

/** Whoever lacks nothing is covered. */
const withTheCovered = ({ within, late }: Figures, people: number): Figures => ({
  covered: people - within - late,
  within,
  late,
})

async function tallyOf(db: Reading, when: TownWhen): Promise<Tally> {
  const requirements = await requirementsOn(db, when.on, when.knownAt)
  const tally = new Tally()
  for (const courseId of new Set(requirements.filter((one) => isInForce(one, when.on)).map((one) => one.courseId))) {
    const cutOffs = cutOffsOf(requirements, courseId, when.on)
    const unclear: Lacking[] = []
    for (const lacking of await lackingIn(db, when, courseId, cutOffs)) {
      if (lacking.seen === unclearByNow) unclear.push(lacking)
      else tally.add(lacking.venue_id, lacking.person_id, lacking.seen === lateByNow ? 'late' : 'within')
    }
    const latest = [...cutOffs.values()].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null) ?? ''
    const histories = await spellsOf(db, when, unclear)
    for (const lacking of unclear) {
      const spells = histories.get(placeOf(lacking)) ?? []
      const returned = spells.some((spell) => spell.firstOn < latest)
      const standing = returned ? standingWithout(courseId, spells, requirements, when.on) : 'within'
      tally.add(lacking.venue_id, lacking.person_id, standing)
    }
  }
  return tally
}

/** As known at the instant, also for those whose certificates have come to another record since. */
async function lackingIn(db: Reading, when: TownWhen, courseId: string, cutOffs: CutOffs): Promise<Lacking[]> {
  const lacking = await peopleLacking(db, when, courseId, cutOffs)
  const moved = await movedSince(db, when.knownAt)
  if (!moved) return lacking
  const isRequiredOf = (job: string) => cutOffs.has(job as Job)
  return lackingBeforeMoves(db, lacking, { moved, courseId, when, isRequiredOf })
}

type CutOffs = ReturnType<typeof cutOffsOf>

const atOnce = 500

/** Every spell begun by the day of these people at these venues, by place. */
async function spellsOf(db: Reading, when: When, of: readonly Lacking[]): Promise<Map<string, Spell[]>> {
  const people = [...new Set(of.map((one) => one.person_id))]
  const places = new Map<string, Spell[]>()
  for (let from = 0; from < people.length; from += atOnce) {
    const rows = await db
      .selectFrom('employment_facts')
      .select(['venue_id', 'person_id', 'job', 'first_on', 'last_on'])
      .where('employment_facts.person_id', 'in', people.slice(from, from + atOnce))
      .where('employment_facts.first_on', '<=', when.on)
      .where(believedAt(when))
      .execute()
    for (const [place, own] of Map.groupBy(rows, placeOf)) places.set(place, own.map(toSpell))
  }
  return places
}

const placeOf = (of: { venue_id: string; person_id: string }) => `${of.venue_id} ${of.person_id}`

async function peopleByVenue(db: Reading, when: TownWhen): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('employment_facts')
    .select(({ fn }) => ['venue_id', fn.count<number | string>('person_id').distinct().as('people')])
    .where(countsInTown(when))
    .groupBy('venue_id')
    .execute()
  return new Map(rows.map((row) => [row.venue_id, Number(row.people)]))
}

async function peopleInTown(db: Reading, when: TownWhen): Promise<number> {
  const row = await db
    .selectFrom('employment_facts')
    .select(({ fn }) => fn.count<number | string>('person_id').distinct().as('people'))
    .where(countsInTown(when))
    .executeTakeFirstOrThrow()
  return Number(row.people)
}

const venuesAt = (db: Reading, knownAt: Instant) =>
  db.selectFrom('venues').select(['id', 'slug', 'name']).where('created_at', '<=', knownAt).orderBy('name').execute()
