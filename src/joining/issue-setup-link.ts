import { record } from '#audit/record.ts'
import { newToken } from '#base/ids.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { findPartnership } from '#people/store.ts'
import { clockwork } from '#policy.ts'
import { saveSetupLink } from '#signin/setup-link-store.ts'
import { sha256 } from '#signin/token.ts'

const lasts = 15 * 60_000

/**
 * The token of a link that sets the partnership up: once, within 15 minutes. Any link issued before stops working; only the token's
 * hash is kept. Refuses: forbidden to all but the system itself; conflict when there is a partnership.
 */
export async function issueSetupLink(work: Work): Promise<string> {
  must(work.actor === clockwork, 'issue a set-up link')
  if (await findPartnership(work.db)) throw new Refusal('conflict', 'the partnership is founded already')
  const token = newToken()
  const expiresAt = new Date(work.now.getTime() + lasts).toISOString()
  await saveSetupLink(work.db, { tokenHash: sha256(token), issuedAt: work.at, expiresAt })
  await record(work, 'setup-link.issued', 'partnership')
  return token
}
