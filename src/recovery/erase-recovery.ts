import type { Work } from '#db/work.ts'
import { removeCodesOf } from './code-store.ts'
import { removeResetLinksOf } from './reset-link-store.ts'

/** No code and no link leads to this person any more, and none is kept. The caller erases the person and records it. */
export async function eraseRecoveryOf(work: Work, personId: string): Promise<void> {
  await removeCodesOf(work.db, personId)
  await removeResetLinksOf(work.db, personId)
}
