import { instantOf } from '#base/dates.ts'
import { inWork, type Source } from '#db/work.ts'
import { clockwork } from '#policy.ts'
import { markFailed, unfinishedRequests } from './store.ts'

/** How long somebody on the command line waits for a copy to be begun, in milliseconds. */
export const patience = 5 * 60_000

/** At a start nobody is making a copy: what was begun will not be finished, and whoever asked long ago has gone. */
export async function endUnfinished(source: Source, fault = 'the server ended before it was made'): Promise<void> {
  await inWork(source, clockwork, async ({ db, now, at }) => {
    const ids = await unfinishedRequests(db, instantOf(new Date(now.getTime() - patience)))
    if (ids.length > 0) await markFailed(db, ids, { at, fault })
  })
}
