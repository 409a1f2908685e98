import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may, type Role } from '#policy.ts'
import { findAccountOf } from './account-store.ts'
import { restateRole, writeRole } from './restate-role.ts'
import { rolesOf } from './role-store.ts'

/**
 * Appoints a person to a role from today; managers to a venue. Whoever holds it keeps it as it is; one that was to end goes on.
 * Refuses: forbidden; conflict for somebody without an account of her own: whoever holds a link to it would get the role.
 */
export async function appointRole(
  work: Work,
  of: { personId: string; role: Role; venueId: string | null },
): Promise<void> {
  must(may.appointRole(work.actor), 'appoint a role')
  if (!(await findAccountOf(work.db, of.personId))) throw new Refusal('conflict', 'nobody has opened this account')
  const held = (await rolesOf(work.db, of.personId, work.today)).find(
    (fact) => fact.role === of.role && fact.venueId === of.venueId,
  )
  if (held && held.lastOn === null) return
  if (held) await restateRole(work, held, null)
  const id = held?.id ?? (await writeRole(work, { ...of, firstOn: work.today, lastOn: null }))
  const venue = of.venueId ? { venueId: of.venueId } : {}
  await record(work, 'role.appointed', id, { personId: of.personId, ...venue }, { role: of.role })
}
