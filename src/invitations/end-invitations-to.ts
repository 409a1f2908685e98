import type { Work } from '#db/work.ts'

/** Ends the invitations to claim somebody's account. The caller has asked the policy and records why. */
export async function endInvitationsTo(work: Work, personId: string): Promise<void> {
  await work.db
    .updateTable('invitations')
    .set({ ended_at: work.at })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}
