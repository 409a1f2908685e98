import type { Work } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import type { NewPerson } from '#people/new-person.ts'
import { acceptRole } from './accept-role.ts'
import type { RoleInvitation } from './invitation.ts'

/**
 * A new person takes the role of an invitation, together or not at all. Returns the person's id. Refuses: conflict when somebody with a
 * password has the login; gone as `acceptRole`.
 */
export async function acceptAsNewcomer(work: Work, invitation: RoleInvitation, of: NewPerson): Promise<string> {
  const personId = await addPerson(work, of)
  await acceptRole({ ...work, actor: { personId, roles: [], manages: [] } }, invitation)
  return personId
}
