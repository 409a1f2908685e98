import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { agreeToEmployments } from '#people/agree-to-employments.ts'
import { closeRecord } from '#people/close-record.ts'
import { handOverEmployments } from '#people/hand-over-employments.ts'
import { findUnclaimed } from '#people/unclaimed-store.ts'
import { clockwork } from '#policy.ts'
import type { AccountInvitation } from './invitation.ts'
import { closeInvitationsTo, spendInvitation } from './store.ts'

/**
 * Whoever holds the link has an account already: the employments the venue wrote down become hers, and the record the venue made leads to
 * her. She says so of the venue that invited her; what others wrote down gives them nothing to say over her account. Refuses: gone when the link no longer works or somebody has claimed that record.
 */
export async function acceptEmployment(work: Work, invitation: AccountInvitation): Promise<void> {
  const { personId: entered, venueId } = invitation
  const { personId } = work.actor
  if (!(await spendInvitation(work.db, { id: invitation.id, at: work.at, by: personId })))
    throw new Refusal('gone', 'the invitation no longer works')
  if (!(await findUnclaimed(work.db, entered))) throw new Refusal('gone', 'the account is claimed already')
  await handOverEmployments({ ...work, actor: clockwork }, { from: entered, to: personId })
  if (venueId !== null) await agreeToEmployments(work, venueId)
  await closeRecord(work, { personId: entered, keptId: personId })
  await closeInvitationsTo(work.db, entered, work.at)
  await record(work, 'invitation.accepted', invitation.id, { personId, ...(venueId && { venueId }) }, { entered })
}
