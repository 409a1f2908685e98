import { dayOf, instantOf } from '#base/dates.ts'
import type { House } from '#house.ts'
import { findPartnership, getName } from '#people/store.ts'
import { findUnclaimed, isEnteredAt } from '#people/unclaimed-store.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { sha256 } from '#signin/token.ts'
import { type Invitation, standOf } from './invitation.ts'
import { inviterOf } from './inviter.ts'
import type { ClosedWhy, Told } from './pages.ts'
import { findInvitation } from './store.ts'

/** Looks up what a link's token invites to. */
export interface Gate {
  /** What its page tells, or why the link does not work. */
  tell(token: string): Promise<Told | ClosedWhy>
}

export function openGate(house: House): Gate {
  const { db } = house

  async function tell(token: string): Promise<Told | ClosedWhy> {
    const invitation = await findInvitation(db, sha256(token))
    if (!invitation) return 'unknown'
    const stand = standOf(invitation, instantOf(house.clock()))
    if (stand !== 'open') return stand
    const entered = invitation.kind === 'account' ? await findUnclaimed(db, invitation.personId) : null
    if (invitation.kind === 'account' && !entered) return 'used'
    if (!(await stillStands(invitation))) return 'ended'

    const [venue] = invitation.venueId ? await venuesWithIds(db, [invitation.venueId]) : []
    const town = (await findPartnership(db))?.name ?? ''
    return { invitation, token, town, venue: venue?.name ?? null, by: await nameOf(invitation), entered }
  }

  /** A role's link ends with its sender's right to appoint; an account's with the employment it was written for, if any. */
  async function stillStands(invitation: Invitation): Promise<boolean> {
    const today = dayOf(house.clock())
    if (invitation.kind === 'role') return may.appointRole(await inviterOf(db, invitation, today))
    const { personId, venueId } = invitation
    return venueId === null || isEnteredAt(db, { personId, venueId }, today)
  }

  const nameOf = ({ issuedBy }: Invitation): Promise<string | null> => getName(db, issuedBy).catch(() => null)

  return { tell }
}
