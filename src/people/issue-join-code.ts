import { newToken } from '#base/ids.ts'
import type { Work } from '#db/work.ts'

/** Eight letters and digits without look-alikes: short enough to type from a poster, 40 bits, tried with limits. */
const codeLength = 8

/** Gives a venue its code. The caller has seen to it that no other is in force. */
export async function issueJoinCode(work: Work, venueId: string): Promise<string> {
  const code = newToken().slice(0, codeLength)
  await work.db
    .insertInto('join_codes')
    .values({ code, venue_id: venueId, issued_at: work.at, replaced_at: null })
    .execute()
  return code
}
