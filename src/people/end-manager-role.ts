import { record } from '#audit/record.ts'
import { addDays, type Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { restateRole } from './restate-role.ts'
import { rolesOf } from './role-store.ts'

/**
 * Whoever leaves a venue no longer manages it: from now when the last day is today or over, else after the last day. The caller has asked the
 * policy and tells the person.
 */
export async function endManagerRole(
  work: Work,
  { personId, venueId, lastOn }: { personId: string; venueId: string; lastOn: Day },
): Promise<void> {
  const until = lastOn > work.today ? lastOn : addDays(work.today, -1)
  for (const fact of await rolesOf(work.db, personId, work.today)) {
    if (fact.role !== 'manager' || fact.venueId !== venueId) continue
    if (fact.lastOn !== null && fact.lastOn <= until) continue
    await restateRole(work, fact, until)
    await record(work, 'role.ended', fact.id, { personId, venueId }, { role: fact.role })
  }
}
