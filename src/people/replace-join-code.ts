import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { issueJoinCode } from './issue-join-code.ts'

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
