import { Refusal } from '#base/refusal.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { type Account, findAccount } from '#people/store.ts'
import { clockwork } from '#policy.ts'
import { deviceMark, isDeviceOf } from './device.ts'
import { verifyPassword } from './password.ts'
import {
  failuresFrom,
  failuresOf,
  nameAddressOfTry,
  removeTriesBefore,
  removeTriesOn,
  removeTry,
  saveTry,
} from './store.ts'
import { accountKey, accountWait, addressKey, addressLimits, addressWait, remembered } from './tries.ts'

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

interface Keys {
  account: string
  address: string
  knownDevice: boolean
}

/**
 * Tries a login with a password. It is counted against the account before the password is looked at, so that many tries at once are
 * no way around the limit, and taken back when right. A known and an unknown login are answered alike. Refuses: busy.
 */
export async function trySignIn(house: House, of: Try): Promise<Outcome> {
  const account = await findAccount(house.db, of.login)
  const knownDevice = account !== null && isDeviceOf(account, of.mark)
  const address = addressKey(of.address)
  const keys = { account: accountKey(of.login, knownDevice ? of.mark : null), address, knownDevice }

  const admitted = await inWork(house, clockwork, (work) => admitTry(work, keys))
  if ('seconds' in admitted) return { kind: 'wait', seconds: admitted.seconds }

  const right = await verifyPassword(account?.passwordHash ?? null, of.password).catch(async (error: unknown) => {
    if (error instanceof Refusal) await inWork(house, clockwork, (work) => removeTry(work.db, admitted.tryId))
    throw error
  })
  await inWork(house, clockwork, (work) => settleTry(work, keys, admitted.tryId, right))
  return right ? welcome(account as Account) : { kind: 'wrong' }
}

const welcome = (account: Account): Outcome => ({
  kind: 'in',
  personId: account.personId,
  mark: deviceMark(account),
})

/** A device that has signed in to this account before is judged by its own failures only. */
async function admitTry(work: Work, keys: Keys): Promise<{ tryId: string } | { seconds: number }> {
  const ago = (milliseconds: number) => new Date(work.now.getTime() - milliseconds).toISOString()
  const ofAccount = accountWait(await failuresOf(work.db, keys.account, ago(remembered)), work.now)
  if (ofAccount > 0) return { seconds: ofAccount }
  if (!keys.knownDevice) {
    const counts: number[] = []
    for (const { within } of addressLimits) counts.push(await failuresFrom(work.db, keys.address, ago(within)))
    const ofAddress = addressWait(counts)
    if (ofAddress > 0) return { seconds: ofAddress }
  }
  const tryId = work.newId()
  await saveTry(work.db, { id: tryId, accountKey: keys.account, addressKey: 'not settled', at: work.at })
  return { tryId }
}

/** Only a failure counts against the address: forty people who get in within a minute leave nothing there. */
async function settleTry(work: Work, keys: Keys, tryId: string, right: boolean): Promise<void> {
  if (right) return removeTriesOn(work.db, keys.account)
  await nameAddressOfTry(work.db, tryId, keys.address)
  await removeTriesBefore(work.db, new Date(work.now.getTime() - remembered).toISOString())
}
