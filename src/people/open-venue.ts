import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { issueJoinCode } from './issue-join-code.ts'
import { slugOf, type Venue } from './venue.ts'
import { findTwin, freeSlug } from './venue-facts-store.ts'

export interface NewVenue extends Omit<Venue, 'id' | 'slug'> {
  /** The short name wanted; made from the name when left out. */
  slug?: string
  openAfter02?: boolean
}

/**
 * Opens a venue with a code for its poster. A short name that is taken gets a number behind it.
 * Refuses: forbidden; conflict when a venue of the same name stands at the same address.
 */
export async function openVenue(work: Work, of: NewVenue): Promise<Venue> {
  must(may.runVenues(work.actor), 'open a venue')
  const { name, kind, address, openAfter02 = false } = of
  if (await findTwin(work.db, { id: null, name, address })) throw new Refusal('conflict', 'the venue is there already')
  const venue = { id: work.newId(), slug: await freeSlug(work.db, of.slug ?? slugOf(name)), name, kind, address }
  await work.db
    .insertInto('venues')
    .values({ ...venue, open_after_02: openAfter02 ? 1 : 0, created_at: work.at })
    .execute()
  await issueJoinCode(work, venue.id)
  await record(work, 'venue.opened', venue.id, { venueId: venue.id })
  return venue
}
