import type { Work } from '#db/work.ts'

/**
 * Of the invitations that were made for somebody or that she used, the name and the address go. The caller has asked the policy and records it.
 */
export async function eraseInvitationsTo(work: Work, personId: string): Promise<void> {
  await work.db
    .updateTable('invitations')
    .set({ to_name: null, to_address: null })
    .where((where) => where.or([where('person_id', '=', personId), where('used_by', '=', personId)]))
    .execute()
}
