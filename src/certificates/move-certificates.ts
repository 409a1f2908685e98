import type { Work } from '#db/work.ts'
import { giveCertificates } from './move-store.ts'

/**
 * Every certificate of one person is another's from now on: two records were of the same person. Whose it was before is remembered, so that
 * what was known then stays so. The caller has asked the policy and records it. Returns how many.
 */
export const moveCertificates = (work: Work, over: { from: string; to: string }): Promise<number> =>
  giveCertificates(work.db, { ...over, at: work.at })
