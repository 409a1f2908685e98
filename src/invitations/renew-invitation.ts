import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { endInvitation, mayKeep } from './end-invitation.ts'
import { inviteToAccount } from './invite-to-account.ts'
import { inviteToRole } from './invite-to-role.ts'
import { getInvitation } from './store.ts'

/** The token of a new link to the same, for another seven days; the old one stops working. Refuses: not-found; forbidden; gone when it was used. */
export async function renewInvitation(work: Work, id: string): Promise<string> {
  const old = await getInvitation(work.db, id)
  must(mayKeep(work.actor, old), 'renew an invitation')
  if (old.usedAt !== null) throw new Refusal('gone', 'the invitation was accepted')
  await endInvitation(work, id)
  if (old.kind === 'role') return inviteToRole(work, old)
  const { personId, venueId } = old
  if (venueId === null) throw new Refusal('gone', 'made on the command line, and made anew there')
  return inviteToAccount(work, { personId, venueId })
}
