import type { Work } from '#db/work.ts'
import { removeLettersBefore } from './letter-store.ts'
import { markAllSeen } from './notice-store.ts'
import { later } from './patience.ts'

const fortnight = 14 * 24 * 3600_000

/** Everything told so far was seen long ago, and old letters are gone: for a town whose past was lived in seconds. */
export async function settleMail(work: Work): Promise<void> {
  await markAllSeen(work)
  await removeLettersBefore(work, later(work.now, -fortnight))
}
