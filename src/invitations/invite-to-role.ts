import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may, type Role } from '#policy.ts'
import type { Language } from '#web/language.ts'
import { issueInvitation } from './issue-invitation.ts'

export interface RoleOffer {
  role: Role
  /** For managers, and for nobody else. */
  venueId: string | null
  /** How the page greets; tidied. Null greets nobody. */
  toName: string | null
  /** An e-mail address, normalised; null when the link is handed over. */
  toAddress: string | null
  language: Language
}

/**
 * The token of a link that gives whoever accepts it a role: once, within seven days. Refuses: forbidden to all but the association;
 * conflict for a manager of no venue, and for any other role at one.
 */
export async function inviteToRole(work: Work, of: RoleOffer): Promise<string> {
  must(may.appointRole(work.actor), 'invite to a role')
  if ((of.role === 'manager') !== (of.venueId !== null))
    throw new Refusal('conflict', 'managers have a venue, other roles have none')
  const { role, venueId, toName, toAddress, language } = of
  const sent = { role, venueId, toName, toAddress, language }
  const { id, token } = await issueInvitation(work, { kind: 'role', personId: null, ...sent })
  await record(work, 'invitation.issued', id, venueId ? { venueId } : {}, { role })
  return token
}
