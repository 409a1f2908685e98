import type { Work } from '#db/work.ts'
import { failuresFrom, failuresOf, removeTriesBefore, saveTry } from '#signin/store.ts'
import { sha256 } from '#signin/token.ts'
import { networkOf, remembered } from '#signin/tries.ts'

const hour = 3600_000
/** Nobody's mailbox is to be filled by strangers, and no address is to fill many. */
const mostAnHour = { toOneLogin: 3, fromOneAddress: 10 } as const

/**
 * May one more letter be asked for, for this login and from this address? If so it is counted, whether anybody has the login or not, so that
 * the answer tells nothing. What is kept says neither login nor address, and is gone after a day.
 */
export async function countLetter(work: Work, of: { login: string; address: string }): Promise<boolean> {
  const [accountKey, addressKey] = [sha256(`letter ${of.login}`), sha256(`letter from ${networkOf(of.address)}`)]
  const since = new Date(work.now.getTime() - hour).toISOString()
  if ((await failuresOf(work.db, accountKey, since)).count >= mostAnHour.toOneLogin) return false
  if ((await failuresFrom(work.db, addressKey, since)) >= mostAnHour.fromOneAddress) return false
  await saveTry(work.db, { id: work.newId(), accountKey, addressKey, at: work.at })
  await removeTriesBefore(work.db, new Date(work.now.getTime() - remembered).toISOString())
  return true
}
