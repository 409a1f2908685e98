import type { Work } from '#db/work.ts'

/**
 * Every certificate of one person is another's from now on: two records were of the same person. Whose it was before is remembered, so that
 * what was known then stays so. The caller has asked the policy and records it. Returns how many.
 */
export async function moveCertificates(work: Work, { from, to }: { from: string; to: string }): Promise<number> {
  const held = await work.db.selectFrom('certificates').select('number').where('person_id', '=', from).execute()
  for (const { number } of held)
    await work.db
      .insertInto('certificate_moves')
      .values({ certificate_number: number, from_person_id: from, to_person_id: to, moved_at: work.at })
      .execute()
  await work.db.updateTable('certificates').set({ person_id: to }).where('person_id', '=', from).execute()
  return held.length
}
