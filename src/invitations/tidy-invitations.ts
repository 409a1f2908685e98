import type { Work } from '#db/work.ts'
import { forgetInvitedBefore } from './store.ts'

const thirtyDays = 30 * 24 * 3600_000

/** Forgets whom an invitation was meant for, once it has been of no use for thirty days: most of them never became anybody here. */
export async function tidyInvitations(work: Work): Promise<void> {
  await forgetInvitedBefore(work.db, new Date(work.now.getTime() - thirtyDays).toISOString())
}
