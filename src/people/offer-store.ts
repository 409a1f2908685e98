import type { Day, Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading, Work } from '#db/work.ts'
import type { Job } from './job.ts'

/** A venue says that somebody with an account works there; it becomes an employment when she says so too. */
export interface Offer {
  id: string
  personId: string
  venueId: string
  job: Job
  firstOn: Day
  offeredAt: Instant
  offeredBy: string
  /** Null as long as it waits for an answer. */
  answeredAt: Instant | null
  /** What it became when it was accepted. */
  employmentId: string | null
}

/** Refuses: not-found. */
export async function getOffer(db: Reading, offerId: string): Promise<Offer> {
  const row = await db.selectFrom('employment_offers').selectAll().where('id', '=', offerId).executeTakeFirst()
  return toOffer(found(row, 'offer'))
}

const open = (db: Reading) => db.selectFrom('employment_offers').where('employment_offers.answered_at', 'is', null)

/** What waits for a person's answer, oldest first, with the venue's name. */
export async function openOffersTo(db: Reading, personId: string): Promise<(Offer & { venue: string })[]> {
  const rows = await open(db)
    .innerJoin('venues', 'venues.id', 'employment_offers.venue_id')
    .selectAll('employment_offers')
    .select('venues.name as venue')
    .where('employment_offers.person_id', '=', personId)
    .orderBy('employment_offers.offered_at')
    .orderBy('employment_offers.id')
    .execute()
  return rows.map((row) => ({ ...toOffer(row), venue: row.venue }))
}

/** Whom a venue has made an offer that waits for an answer, oldest first. */
export async function openOffersOf(db: Reading, venueId: string): Promise<(Offer & { name: string | null })[]> {
  const rows = await open(db)
    .innerJoin('people', 'people.id', 'employment_offers.person_id')
    .selectAll('employment_offers')
    .select('people.name')
    .where('employment_offers.venue_id', '=', venueId)
    .orderBy('employment_offers.offered_at')
    .orderBy('employment_offers.id')
    .execute()
  return rows.map((row) => ({ ...toOffer(row), name: row.name }))
}

export async function saveOffer(
  work: Work,
  of: Pick<Offer, 'personId' | 'venueId' | 'job' | 'firstOn'>,
): Promise<string> {
  const id = work.newId()
  await work.db
    .insertInto('employment_offers')
    .values({
      id,
      person_id: of.personId,
      venue_id: of.venueId,
      job: of.job,
      first_on: of.firstOn,
      offered_at: work.at,
      offered_by: work.actor.personId,
      answered_at: null,
      accepted_employment_id: null,
    })
    .execute()
  return id
}

/** Null when it was declined or taken back. */
export async function answerOffer(work: Work, offerId: string, employmentId: string | null): Promise<void> {
  await work.db
    .updateTable('employment_offers')
    .set({ answered_at: work.at, accepted_employment_id: employmentId })
    .where('id', '=', offerId)
    .execute()
}

interface Row {
  id: string
  person_id: string
  venue_id: string
  job: string
  first_on: string
  offered_at: string
  offered_by: string
  answered_at: string | null
  accepted_employment_id: string | null
}

const toOffer = (row: Row): Offer => ({
  id: row.id,
  personId: row.person_id,
  venueId: row.venue_id,
  job: row.job as Job,
  firstOn: row.first_on,
  offeredAt: row.offered_at,
  offeredBy: row.offered_by,
  answeredAt: row.answered_at,
  employmentId: row.accepted_employment_id,
})

/** What one person has not answered yet is for another to answer. */
export async function giveOffers(db: Reading, { from, to }: { from: string; to: string }): Promise<void> {
  await db
    .updateTable('employment_offers')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .where('answered_at', 'is', null)
    .execute()
}
