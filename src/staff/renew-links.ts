import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { inviteToAccount } from '#invitations/invite-to-account.ts'
import { sendInvitation } from '#invitations/send-invitation.ts'
import { unclaimedAt } from '#people/unclaimed-store.ts'
import { may } from '#policy.ts'
import type { Slip } from './enter-list.ts'

/** A new link for one of them. Refuses: forbidden; not-found as `inviteToAccount` does. */
export async function renewLink(
  work: Work,
  of: { personId: string; venueId: string; name: string; baseUrl: string },
): Promise<Slip> {
  const token = await inviteToAccount(work, of)
  return { name: of.name, ...(await sendInvitation(work, { token, baseUrl: of.baseUrl })) }
}

/** New links for everybody a venue has entered who has not opened the account yet; the old ones stop working. Refuses: forbidden. */
export async function renewLinks(work: Work, of: { venueId: string; baseUrl: string }): Promise<Slip[]> {
  const { venueId, baseUrl } = of
  must(may.keepStaff(work.actor, of), 'make new links')
  const slips: Slip[] = []
  for (const { personId, name } of await unclaimedAt(work.db, venueId, work.today)) {
    slips.push(await renewLink(work, { personId, venueId, name, baseUrl }))
  }
  return slips
}
