import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { issueJoinCode } from './issue-join-code.ts'
import { findVenue } from './store.ts'
import type { Venue } from './venue.ts'

/** Opens a venue with a code for its poster. Refuses: forbidden; conflict when the short name is taken. */
export async function openVenue(work: Work, of: Omit<Venue, 'id'>): Promise<Venue> {
  must(may.runVenues(work.actor), 'open a venue')
  if (await findVenue(work.db, of.slug)) throw new Refusal('conflict', `the short name ${of.slug} is taken`)
  const venue = { id: work.newId(), ...of }
  await work.db
    .insertInto('venues')
    .values({ ...venue, created_at: work.at })
    .execute()
  await issueJoinCode(work, venue.id)
  await record(work, 'venue.opened', venue.id, { venueId: venue.id })
  return venue
}
