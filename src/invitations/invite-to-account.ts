import { record } from '#audit/record.ts'
import { found, must, mustSee } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { actorOn } from '#people/role-store.ts'
import { findUnclaimed, isEnteredAt } from '#people/unclaimed-store.ts'
import { may } from '#policy.ts'
import { issueInvitation } from './issue-invitation.ts'
import { closeInvitationsTo } from './store.ts'

/**
 * The token of a link that opens the account of somebody whom the venue has entered: once, within seven days; links issued before stop
 * working. Refuses: forbidden; not-found for whoever has claimed the account or holds a role, and for whoever the venue does not employ.
 */
export async function inviteToAccount(work: Work, of: { personId: string; venueId: string }): Promise<string> {
  must(may.keepStaff(work.actor, of), 'invite to an account')
  const person = found(await findUnclaimed(work.db, of.personId), 'person without a password')
  mustSee(await isEnteredAt(work.db, of, work.today), 'employment at this venue')
  mustSee((await actorOn(work.db, of.personId, work.today)).roles.length === 0, 'person without a role')
  await closeInvitationsTo(work.db, of.personId, work.at)
  const { personId, venueId } = of
  const toAddress = person.login.includes('@') ? person.login : null
  const sent = { role: null, toName: person.name, toAddress, language: person.language }
  const { id, token } = await issueInvitation(work, { kind: 'account', personId, venueId, ...sent })
  await record(work, 'invitation.issued', id, { personId, venueId })
  return token
}
