import type { Reading } from '#db/work.ts'
import { countUnseen } from '#mail/notice-store.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { type Actor, may } from '#policy.ts'

/** Where somebody lands after signing in: what they were told since last time, then the town's coverage, the venue they run, or their own courses. */
export async function homeOf(db: Reading, actor: Actor): Promise<string> {
  if ((await countUnseen(db, actor.personId)) > 0) return '/news'
  if (may.seeTown(actor)) return '/coverage'
  const [venue] = actor.manages.length > 0 ? await venuesWithIds(db, actor.manages) : []
  return venue ? `/venues/${venue.slug}` : '/learning'
}
