import type { House } from '#house.ts'
import { findAccountOf } from '#people/account-store.ts'
import { countedTry, type Tried } from './counted-try.ts'
import { verifyPassword } from './password.ts'
import { addressKey, againKey } from './tries.ts'

export interface AskedAgain {
  personId: string
  /** As typed. */
  password: string
  /** Where it comes from: an IP address. */
  address: string
}

/**
 * Asks a signed-in person for the password again, before something that cannot be undone or that a borrowed phone must not do. Counted like
 * tries to sign in, but on a key of its own: wrong ones make asking again wait, never signing in elsewhere. Refuses: busy.
 */
export async function passwordIsRight(house: House, of: AskedAgain): Promise<Tried> {
  const account = await findAccountOf(house.db, of.personId)
  const keys = { account: againKey(of.personId), address: addressKey(of.address), knownDevice: true }
  return countedTry(house, keys, () => verifyPassword(account?.passwordHash ?? null, of.password))
}
