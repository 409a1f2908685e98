import type { Reading } from '#db/work.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { overlap } from '#people/job-spells.ts'
import { openOffersTo } from '#people/offer-store.ts'
import { findByLogin } from '#people/unclaimed-store.ts'
import type { Entry } from './paste-line.ts'

/** What entering somebody comes to. Nothing in it says whose the login is. */
export type Plan =
  /** Becomes an employment with a link; `personId` when another venue has written the person down and nobody opened the account. */
  | { kind: 'new'; personId: string | null }
  /** Has an account, and is asked. */
  | { kind: 'account'; personId: string }
  /** Works there by then anyway, or is asked already: nothing happens. */
  | { kind: 'here' }

/** People are recognised by the login alone. */
export async function planEntry(db: Reading, venueId: string, { login, firstOn }: Entry): Promise<Plan> {
  const known = await findByLogin(db, login)
  if (!known) return { kind: 'new', personId: null }
  const { personId, claimed } = known
  const here = await allEmploymentsOf(db, personId, venueId)
  if (here.some((one) => overlap(one, { firstOn, lastOn: null }))) return { kind: 'here' }
  if (!claimed) return { kind: 'new', personId }
  const asked = (await openOffersTo(db, personId)).some((offer) => offer.venueId === venueId)
  return asked ? { kind: 'here' } : { kind: 'account', personId }
}
