import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import { holdWaiting } from './letter-store.ts'

/** After a restore: what waits may have been sent already, so it goes only once somebody says so. */
export async function holdLetters(work: Work): Promise<void> {
  const count = await holdWaiting(work)
  if (count > 0) await record(work, 'letter.held', 'letters', {}, { count })
}
