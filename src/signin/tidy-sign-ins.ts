import type { Work } from '#db/work.ts'
import { removeExpiredSignIns, removeTriesBefore } from './store.ts'
import { remembered } from './tries.ts'

/** Throws away sign-ins that have expired and failed tries that count no more, also where nobody signs in. */
export async function tidySignIns(work: Work): Promise<void> {
  await removeExpiredSignIns(work.db, work.at)
  await removeTriesBefore(work.db, new Date(work.now.getTime() - remembered).toISOString())
}
