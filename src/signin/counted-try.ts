import { Refusal } from '#base/refusal.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { clockwork } from '#policy.ts'
import {
  failuresFrom,
  failuresOf,
  nameAddressOfTry,
  removeTriesBefore,
  removeTriesOn,
  removeTry,
  saveTry,
} from './store.ts'
import { accountWait, addressLimits, addressWait, remembered } from './tries.ts'

/** Hashes that a try is counted on. */
export interface TryKeys {
  account: string
  address: string
  /** A device that has signed in to this account before is judged by its own failures only, not by its address. */
  knownDevice: boolean
}

export type Tried = 'right' | 'wrong' | { seconds: number }

/**
 * Looks at a secret within the limits of `tries.ts`. The try is counted before the secret is looked at, so that many at once are no way
 * around the limit, and taken back when right. Refuses what `look` refuses, and does not count that.
 */
export async function countedTry(house: House, keys: TryKeys, look: () => Promise<boolean>): Promise<Tried> {
  const admitted = await inWork(house, clockwork, (work) => admitTry(work, keys))
  if ('seconds' in admitted) return admitted
  const right = await look().catch(async (error: unknown) => {
    if (error instanceof Refusal) await inWork(house, clockwork, (work) => removeTry(work.db, admitted.tryId))
    throw error
  })
  await inWork(house, clockwork, (work) => settleTry(work, keys, admitted.tryId, right))
  return right ? 'right' : 'wrong'
}

async function admitTry(work: Work, keys: TryKeys): Promise<{ tryId: string } | { seconds: number }> {
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
async function settleTry(work: Work, keys: TryKeys, tryId: string, right: boolean): Promise<void> {
  if (right) return removeTriesOn(work.db, keys.account)
  await nameAddressOfTry(work.db, tryId, keys.address)
  await removeTriesBefore(work.db, new Date(work.now.getTime() - remembered).toISOString())
}
