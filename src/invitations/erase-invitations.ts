import type { Work } from '#db/work.ts'

/** Of the invitations somebody was sent or has used, the name and the address go. The caller has asked the policy and records it. */
export async function eraseInvitationsTo(work: Work, of: { personId: string; login: string | null }): Promise<void> {
  const { personId, login } = of
  await work.db
    .updateTable('invitations')
    .set({ to_name: null, to_address: null })
    .where((where) =>
      where.or([
        where('person_id', '=', personId),
        where('used_by', '=', personId),
        ...(login === null ? [] : [where('to_address', '=', login)]),
      ]),
    )
    .execute()
}
