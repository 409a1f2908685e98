import type { Work } from '#db/work.ts'
import { forgetInvitedAs } from './store.ts'

/**
 * Of the invitations that were made for somebody or that she used, the name and the address go. The caller has asked the policy and records it.
 */
export async function eraseInvitationsTo(work: Work, personId: string): Promise<void> {
  await forgetInvitedAs(work.db, personId)
}
