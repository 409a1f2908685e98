import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { VenueKind } from './venue.ts'
import { findTwin, getVenueFactsById, saveVenueFacts } from './venue-facts-store.ts'

/**
 * Gives a venue another name, kind, address or time of night. Its short name stays: it is printed and linked to. The same again changes nothing.
 * Refuses: forbidden; not-found; conflict when another venue of that name stands at that address.
 */
export async function changeVenue(
  work: Work,
  of: { venueId: string; name: string; kind: VenueKind; address: string; openAfter02: boolean },
): Promise<void> {
  must(may.runVenues(work.actor), 'change a venue')
  const { venueId, name, kind, address, openAfter02 } = of
  const was = await getVenueFactsById(work.db, venueId)
  if (await findTwin(work.db, { id: venueId, name, address }))
    throw new Refusal('conflict', 'another venue is the same')
  const changes = {
    ...(was.name !== name && { oldName: was.name, newName: name }),
    ...(was.kind !== kind && { oldKind: was.kind, newKind: kind }),
    ...(was.address !== address && { oldAddress: was.address, newAddress: address }),
    ...(was.openAfter02 !== openAfter02 && { openAfter02: openAfter02 ? 'yes' : 'no' }),
  }
  if (Object.keys(changes).length === 0) return
  await saveVenueFacts(work.db, { id: venueId, name, kind, address, openAfter02 })
  await record(work, 'venue.changed', venueId, { venueId }, changes)
}
