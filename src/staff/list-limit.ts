import type { Work } from '#db/work.ts'
import { saveTry, triedFrom } from '#signin/store.ts'
import { sha256 } from '#signin/token.ts'

const hour = 3600_000
/** Two whole lists: more than any venue has, and too few to go through a town's numbers. */
const mostAnHour = 600

/**
 * May the actor ask about these logins too within this hour? A list tells which of them have an account, so different logins are counted, whether
 * anybody has them or not; the same list again, mended, costs nothing. What is kept is hashes, gone after a day.
 */
export async function countListed(work: Work, logins: readonly string[]): Promise<boolean> {
  const { personId } = work.actor
  const accountKey = sha256(`list ${personId}`)
  const since = new Date(work.now.getTime() - hour).toISOString()
  const known = new Set(await triedFrom(work.db, accountKey, since))
  const keys = new Set(logins.map((login) => sha256(`list ${personId} ${login}`)))
  const more = [...keys].filter((key) => !known.has(key))
  if (known.size + more.length > mostAnHour) return false
  for (const addressKey of more) await saveTry(work.db, { id: work.newId(), accountKey, addressKey, at: work.at })
  return true
}
