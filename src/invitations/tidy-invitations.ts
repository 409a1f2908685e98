import type { Work } from '#db/work.ts'

const thirtyDays = 30 * 24 * 3600_000

/** Forgets whom an invitation was meant for, once it has been of no use for thirty days: most of them never became anybody here. */
export async function tidyInvitations(work: Work): Promise<void> {
  const before = new Date(work.now.getTime() - thirtyDays).toISOString()
  await work.db
    .updateTable('invitations')
    .set({ to_name: null, to_address: null })
    .where((where) => where.or([where('to_name', 'is not', null), where('to_address', 'is not', null)]))
    .where((where) =>
      where.or([where('expires_at', '<=', before), where('used_at', '<=', before), where('ended_at', '<=', before)]),
    )
    .execute()
}
