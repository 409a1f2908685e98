import type { Work } from '#db/work.ts'

/**
 * Nothing is left by which a person could be named or sign in: not in this record nor in those that were merged into it. The facts stay with
 * the bare id. The caller has asked the policy and records it.
 */
export async function eraseName(work: Work, personId: string): Promise<void> {
  await work.db
    .updateTable('people')
    .set({
      name: null,
      search_name: null,
      login: null,
      former_login: null,
      password_hash: null,
      erased_at: work.at,
    })
    .where((where) => where.or([where('id', '=', personId), where('merged_into_id', '=', personId)]))
    .execute()
}
