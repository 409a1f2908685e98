import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { claimPerson } from '#people/claim-person.ts'
import type { NewPerson } from '#people/new-person.ts'
import type { AccountInvitation } from './invitation.ts'
import { closeInvitationsTo, spendInvitation } from './store.ts'

/**
 * Whoever holds the link makes the account her own: name, login, password. Returns the person's id. Refuses: gone when the link no longer
 * works or the account is claimed; conflict when somebody else has the login.
 */
export async function openAccount(work: Work, invitation: AccountInvitation, of: NewPerson): Promise<string> {
  const { personId, venueId } = invitation
  const themselves = { ...work, actor: { personId, roles: [], manages: [] } }
  if (!(await spendInvitation(work.db, { id: invitation.id, at: work.at, by: personId })))
    throw new Refusal('gone', 'the invitation no longer works')
  await claimPerson(themselves, personId, of, venueId)
  await closeInvitationsTo(work.db, personId, work.at)
  await record(themselves, 'invitation.accepted', invitation.id, { personId, ...(venueId && { venueId }) })
  return personId
}
