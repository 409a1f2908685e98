import { record } from '#audit/record.ts'
import { newToken } from '#base/ids.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { findVenue } from './store.ts'
import type { Venue } from './venue.ts'

/** Opens a venue with a code for its poster. Refuses: forbidden; conflict when the short name is taken. */
export async function openVenue(work: Work, of: Omit<Venue, 'id'>): Promise<Venue> {
  must(may.openVenue(work.actor), 'open a venue')
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

/** Replaces the code on a venue's poster; the old poster stops working at once. Refuses: forbidden. */
export async function replaceJoinCode(work: Work, venueId: string): Promise<string> {
  must(may.handlePoster(work.actor, { venueId }), 'replace a join code')
  await work.db
    .updateTable('join_codes')
    .set({ replaced_at: work.at })
    .where('venue_id', '=', venueId)
    .where('replaced_at', 'is', null)
    .execute()
  const code = await issueJoinCode(work, venueId)
  await record(work, 'join-code.replaced', venueId, { venueId })
  return code
}

/** Eight letters and digits without look-alikes: short enough to type from a poster, 40 bits, tried with limits. */
const codeLength = 8

async function issueJoinCode(work: Work, venueId: string): Promise<string> {
  const code = newToken().slice(0, codeLength)
  await work.db
    .insertInto('join_codes')
    .values({ code, venue_id: venueId, issued_at: work.at, replaced_at: null })
    .execute()
  return code
}
