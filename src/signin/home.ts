import type { Reading } from '#db/work.ts'
import { venuesWithIds } from '#people/store.ts'
import { type Actor, may } from '#policy.ts'

/** Where somebody lands after signing in: the town's coverage, the venue they run, or their own courses. */
export async function homeOf(db: Reading, actor: Actor): Promise<string> {
  if (may.seeTown(actor)) return '/coverage'
  const [venue] = actor.manages.length > 0 ? await venuesWithIds(db, actor.manages) : []
  return venue ? `/venues/${venue.slug}` : '/learning'
}
