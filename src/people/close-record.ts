import type { Work } from '#db/work.ts'

/**
 * Closes the record of somebody who turned out to be another: it keeps its name and former login to be traced by, and nobody can sign in to
 * it any more. What was merged into it before now leads to the other as well. The caller has asked the policy and records it.
 */
export async function closeRecord(
  work: Work,
  { personId, keptId }: { personId: string; keptId: string },
): Promise<void> {
  const { login } = await work.db
    .selectFrom('people')
    .select('login')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await work.db
    .updateTable('people')
    .set({
      login: null,
      password_hash: null,
      former_login: login,
      search_name: null,
      merged_into_id: keptId,
      merged_at: work.at,
    })
    .where('id', '=', personId)
    .execute()
  await work.db.updateTable('people').set({ merged_into_id: keptId }).where('merged_into_id', '=', personId).execute()
}
