import type { Day } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import { actorOn } from '#people/role-store.ts'
import { type Actor, houseActor } from '#policy.ts'
import type { Invitation } from './invitation.ts'

/** Whoever sent an invitation, as the policy judges them on a day: a link is no better than its sender. */
export async function inviterOf(db: Reading, { issuedBy }: Invitation, day: Day): Promise<Actor> {
  return houseActor(issuedBy) ?? actorOn(db, issuedBy, day)
}
