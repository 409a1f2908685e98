import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { openFrom } from './closing.ts'
import { closingsOf, writeClosing } from './closing-store.ts'

/**
 * Opens a closed venue again from a day on; on its first closed day or before, the closing is called off. Everybody employed there counts
 * again at once. Where it is open anyway nothing changes. Refuses: forbidden.
 */
export async function reopenVenue(work: Work, of: { venueId: string; firstOn: Day }): Promise<void> {
  must(may.runVenues(work.actor), 'reopen a venue')
  const { venueId, firstOn } = of
  const change = openFrom(await closingsOf(work.db, venueId), firstOn)
  if (!change) return
  await writeClosing(work, venueId, change)
  await record(work, 'venue.reopened', venueId, { venueId }, { firstOn })
}
