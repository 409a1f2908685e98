import type { Work } from '#db/work.ts'
import { emptyOldLetters } from './letter-store.ts'
import { later } from './patience.ts'

const day = 24 * 3600_000

/** What letters said is kept thirty days after they went; a secret one seven days at most, as long as any link of ours works. That they went stays. */
export async function tidyLetters(work: Work): Promise<void> {
  await emptyOldLetters(work, { done: later(work.now, -30 * day), secret: later(work.now, -7 * day) })
}
