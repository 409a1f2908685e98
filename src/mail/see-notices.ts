import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import { markSeen } from './notice-store.ts'

/** The actor has seen what she was told until an instant. */
export async function seeNotices(work: Work, until: string): Promise<void> {
  const { personId } = work.actor
  const count = await markSeen(work, personId, until)
  if (count > 0) await record(work, 'notice.seen', personId, { personId }, { count })
}
