import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { inviteToAccount } from '#invitations/invite-to-account.ts'
import { sendInvitation } from '#invitations/send-invitation.ts'
import { unclaimedAt } from '#people/unclaimed-store.ts'
import { may } from '#policy.ts'
import type { Slip } from './enter-list.ts'

/** New links for everybody a venue has entered who has not opened the account yet; the old ones stop working. Refuses: forbidden. */
export async function renewLinks(work: Work, of: { venueId: string; baseUrl: string }): Promise<Slip[]> {
  const { venueId, baseUrl } = of
  must(may.keepStaff(work.actor, of), 'make new links')
  const slips: Slip[] = []
  for (const { personId, name } of await unclaimedAt(work.db, venueId, work.today)) {
    const token = await inviteToAccount(work, { personId, venueId })
    slips.push({ name, ...(await sendInvitation(work, { token, baseUrl })) })
  }
  return slips
}
