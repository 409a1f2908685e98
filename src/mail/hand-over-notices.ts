import type { Work } from '#db/work.ts'

/** What one person was told, another was told, letters too: two records were of the same person. */
export async function handOverNotices(work: Work, { from, to }: { from: string; to: string }): Promise<void> {
  await work.db.updateTable('notices').set({ person_id: to }).where('person_id', '=', from).execute()
  await work.db.updateTable('letters').set({ person_id: to }).where('person_id', '=', from).execute()
}
