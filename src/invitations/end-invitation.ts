import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { type Actor, may } from '#policy.ts'
import type { Invitation } from './invitation.ts'
import { closeInvitation, getInvitation } from './store.ts'

/** Takes an unused invitation back. Twice changes nothing. Refuses: not-found; forbidden; gone when it was used. */
export async function endInvitation(work: Work, id: string): Promise<void> {
  const invitation = await getInvitation(work.db, id)
  must(mayKeep(work.actor, invitation), 'take an invitation back')
  if (invitation.usedAt !== null) throw new Refusal('gone', 'the invitation was accepted')
  if (!(await closeInvitation(work.db, id, work.at))) return
  const person = invitation.kind === 'account' ? { personId: invitation.personId } : {}
  const venue = invitation.venueId ? { venueId: invitation.venueId } : {}
  await record(work, 'invitation.ended', id, { ...person, ...venue })
}

/** Role invitations are the association's, and those of no venue; an account's those of whoever keeps the venue's staff. */
export const mayKeep = (actor: Actor, { kind, venueId }: Invitation): boolean =>
  kind === 'role' || venueId === null ? may.appointRole(actor) : may.keepStaff(actor, { venueId })
