import type { House } from '#house.ts'
import { type Account, findAccount } from '#people/store.ts'
import { countedTry } from './counted-try.ts'
import { deviceMark, isDeviceOf } from './device.ts'
import { verifyPassword } from './password.ts'
import { accountKey, addressKey } from './tries.ts'

export interface Try {
  /** Normalised. */
  login: string
  password: string
  /** Where it comes from: an IP address. */
  address: string
  /** The device's mark from an earlier sign-in, or nothing. */
  mark: string
}

export type Outcome =
  | { kind: 'in'; personId: string; mark: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number }

/** Tries a login with a password, within the limits. A known and an unknown login are answered alike. Refuses: busy. */
export async function trySignIn(house: House, of: Try): Promise<Outcome> {
  const account = await findAccount(house.db, of.login)
  const knownDevice = account !== null && isDeviceOf(account, of.mark)
  const keys = {
    account: accountKey(of.login, knownDevice ? of.mark : null),
    address: addressKey(of.address),
    knownDevice,
  }
  const tried = await countedTry(house, keys, () => verifyPassword(account?.passwordHash ?? null, of.password))
  if (tried === 'wrong') return { kind: 'wrong' }
  if (tried !== 'right') return { kind: 'wait', seconds: tried.seconds }
  return welcome(account as Account)
}

const welcome = (account: Account): Outcome => ({
  kind: 'in',
  personId: account.personId,
  mark: deviceMark(account),
})
