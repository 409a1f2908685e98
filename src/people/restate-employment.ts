import type { Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import type { Employment } from './store.ts'

/** What was believed stays readable as known then; what is believed from now on is a new row. The caller has asked the policy and records it. */
export async function restateEmployment(
  work: Work,
  was: Employment,
  now: { confirmed?: true; lastOn?: Day },
): Promise<void> {
  const row = await work.db
    .updateTable('employment_facts')
    .set({ superseded_at: work.at })
    .where('id', '=', was.factId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await work.db
    .insertInto('employment_facts')
    .values({
      ...row,
      id: work.newId(),
      last_on: now.lastOn ?? row.last_on,
      confirmed_at: now.confirmed ? work.at : row.confirmed_at,
      confirmed_by: now.confirmed ? work.actor.personId : row.confirmed_by,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
}
