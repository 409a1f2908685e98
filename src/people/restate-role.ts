import type { Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import type { RoleFact } from './role-store.ts'

/**
 * What was believed stays readable as known then; from now on the role has this last day (null = none). One that began after it never was.
 * The caller has asked the policy and records it.
 */
export async function restateRole(work: Work, fact: RoleFact, lastOn: Day | null): Promise<void> {
  await work.db.updateTable('role_facts').set({ superseded_at: work.at }).where('id', '=', fact.id).execute()
  if (lastOn !== null && lastOn < fact.firstOn) return
  await writeRole(work, { ...fact, lastOn })
}

/** Writes a holding of a role down as the actor says it, and returns its id. */
export async function writeRole(work: Work, of: Omit<RoleFact, 'id'>): Promise<string> {
  const id = work.newId()
  await work.db
    .insertInto('role_facts')
    .values({
      id,
      person_id: of.personId,
      role: of.role,
      venue_id: of.venueId,
      first_on: of.firstOn,
      last_on: of.lastOn,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
  return id
}
