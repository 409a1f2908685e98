import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { findPartnership } from './store.ts'

/** Makes the partnership of this database, once. Refuses: conflict when there is one. */
export async function foundPartnership(work: Work, of: { name: string; demo: boolean }): Promise<void> {
  if (await findPartnership(work.db)) throw new Refusal('conflict', 'the partnership is founded already')
  await work.db
    .insertInto('partnership')
    .values({ id: 'partnership', name: of.name, founded_at: work.at, demo_at: of.demo ? work.at : null })
    .execute()
  await record(work, 'partnership.founded', 'partnership')
}
