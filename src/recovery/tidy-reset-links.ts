import type { Work } from '#db/work.ts'
import { removeResetLinksBefore } from './reset-link-store.ts'

const thirtyDays = 30 * 24 * 3600_000

/** Throws away links that have been dead for thirty days; until then a page can say that it is one. That they were made stays in the audit. */
export async function tidyResetLinks(work: Work): Promise<void> {
  await removeResetLinksBefore(work.db, new Date(work.now.getTime() - thirtyDays).toISOString())
}
