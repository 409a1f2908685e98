import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { findAccount } from '#people/store.ts'
import { issueResetLink } from './issue-reset-link.ts'

/**
 * The command line's reset link, the only one for the association: for a normalised login. Returns the token; the address is
 * `/reset/<token>`. Refuses: not-found for a login that nobody has claimed; forbidden to all but the system itself and whoever may.
 */
export async function resetLinkFor(work: Work, login: string): Promise<string> {
  const { personId } = found(await findAccount(work.db, login), 'account')
  return issueResetLink(work, personId)
}
