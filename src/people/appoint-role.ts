import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may, type Role } from '#policy.ts'

/** Appoints a person to a role from today; managers to a venue. Refuses: forbidden. */
export async function appointRole(
  work: Work,
  of: { personId: string; role: Role; venueId: string | null },
): Promise<void> {
  must(may.appointRole(work.actor), 'appoint a role')
  const id = work.newId()
  await work.db
    .insertInto('role_facts')
    .values({
      id,
      person_id: of.personId,
      role: of.role,
      venue_id: of.venueId,
      first_on: work.today,
      last_on: null,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
  const venue = of.venueId ? { venueId: of.venueId } : {}
  await record(work, 'role.appointed', id, { personId: of.personId, ...venue }, { role: of.role })
}
