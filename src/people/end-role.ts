import { record } from '#audit/record.ts'
import { addDays } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { may } from '#policy.ts'
import { restateRole } from './restate-role.ts'
import { associationCount, getRoleFact } from './role-store.ts'

/**
 * Ends a role from now: its last day is yesterday, so what it allows ends with the next request; one that began today never was. The person is
 * told. One that has ended already changes nothing. Refuses: forbidden for all but the association; not-found; conflict for the last member of
 * the association.
 */
export async function endRole(work: Work, roleFactId: string): Promise<void> {
  must(may.appointRole(work.actor), 'end a role')
  const fact = await getRoleFact(work.db, roleFactId)
  if (!fact.believed || (fact.lastOn !== null && fact.lastOn < work.today)) return
  if (fact.role === 'association' && (await associationCount(work.db, work.today)) === 1)
    throw new Refusal('conflict', 'the last member of the association')
  await restateRole(work, fact, addDays(work.today, -1))
  const { personId, role, venueId } = fact
  await record(work, 'role.ended', fact.id, { personId, ...(venueId ? { venueId } : {}) }, { role })
  await tellPerson(work, { personId, kind: 'role-ended', values: { role } })
}
