import type { Work } from '#db/work.ts'
import { giveLetters } from './letter-store.ts'
import { giveNotices } from './notice-store.ts'

/** What one person has not read yet another is told, and letters not sent yet belong to the other: two records were of the same person. */
export async function handOverNotices(work: Work, over: { from: string; to: string }): Promise<void> {
  await giveNotices(work.db, over)
  await giveLetters(work.db, over)
}
