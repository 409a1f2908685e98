import type { Work } from '#db/work.ts'
import { removeNoticesOf } from './notice-store.ts'
import { removeLettersOf } from './store.ts'

/** Nothing is left of what was written to a person. */
export async function eraseLettersOf(work: Work, personId: string): Promise<void> {
  await removeLettersOf(work, personId)
  await removeNoticesOf(work, personId)
}
