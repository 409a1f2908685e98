import type { Work } from '#db/work.ts'
import { replaceCodes } from './code-store.ts'
import { endResetLinksOf } from './reset-link-store.ts'

/** Ends every code and link that could open somebody's account. The caller has asked the policy and records why. */
export async function endRecoveryOf(work: Work, personId: string): Promise<void> {
  await replaceCodes(work.db, personId, work.at)
  await endResetLinksOf(work.db, personId, work.at)
}
