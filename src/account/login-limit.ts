import type { Work } from '#db/work.ts'
import { failuresOf, saveTry } from '#signin/store.ts'
import { sha256 } from '#signin/token.ts'
import { remembered } from '#signin/tries.ts'

const mostADay = 10

/**
 * May the actor try one more login today? Whether a login is taken can be seen by trying it, so tries are few, and the ones that went well
 * count as well: otherwise changing to and fro would be a way around.
 */
export async function countLoginChange(work: Work): Promise<boolean> {
  const key = sha256(`login change ${work.actor.personId}`)
  const since = new Date(work.now.getTime() - remembered).toISOString()
  if ((await failuresOf(work.db, key, since)).count >= mostADay) return false
  await saveTry(work.db, { id: work.newId(), accountKey: key, addressKey: 'login change', at: work.at })
  return true
}
