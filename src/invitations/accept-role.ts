import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { ownLetter } from '#mail/own-letter.ts'
import { appointRole } from '#people/appoint-role.ts'
import { actorOn } from '#people/role-store.ts'
import { type Actor, may } from '#policy.ts'
import { endAllSignIns } from '#signin/sign-in.ts'
import { letterOnce, type RoleInvitation } from './invitation.ts'
import { inviterOf } from './inviter.ts'
import { spendInvitation } from './store.ts'

/**
 * The actor takes the role of an invitation, from today; whoever invited stands as the one who wrote it down. Whoever holds it already keeps
 * it as it is, which returns false, and the link is used up. All sign-ins end: what one may has changed. Refuses: gone when the link was used,
 * taken back or is too old, and when whoever sent it may no longer appoint.
 */
export async function acceptRole(work: Work, invitation: RoleInvitation): Promise<boolean> {
  const { personId } = work.actor
  const inviter = await inviterOf(work.db, invitation, work.today)
  if (!may.appointRole(inviter)) throw new Refusal('gone', 'whoever sent it may no longer appoint')
  if (!(await spendInvitation(work.db, { id: invitation.id, at: work.at, by: personId })))
    throw new Refusal('gone', 'the invitation no longer works')

  await ownLetter(work, letterOnce(invitation.id))
  const { role, venueId } = invitation
  const venue = venueId ? { venueId } : {}
  await record(work, 'invitation.accepted', invitation.id, { personId, ...venue }, { role })
  if (holds(await actorOn(work.db, personId, work.today), invitation)) return false
  await appointRole({ ...work, actor: inviter }, { personId, role, venueId })
  await endAllSignIns(work, personId)
  return true
}

const holds = (actor: Actor, { role, venueId }: RoleInvitation): boolean =>
  venueId === null ? actor.roles.includes(role) : actor.manages.includes(venueId)
