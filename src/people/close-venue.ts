import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { closedFrom } from './closing.ts'
import { closingsOf, writeClosing } from './closing-store.ts'

/**
 * Closes a venue from a day on, until it reopens. Its history, employments and poster stay as they are; on closed days it counts nowhere and
 * asks nothing of anybody. Closed from that day already changes nothing. Refuses: forbidden.
 */
export async function closeVenue(work: Work, of: { venueId: string; firstOn: Day }): Promise<void> {
  must(may.runVenues(work.actor), 'close a venue')
  const { venueId, firstOn } = of
  const change = closedFrom(await closingsOf(work.db, venueId), firstOn)
  if (!change) return
  await writeClosing(work, venueId, change)
  await record(work, 'venue.closed', venueId, { venueId }, { firstOn: change.instead?.firstOn ?? firstOn })
}
