import { record } from '#audit/record.ts'
import { newToken } from '#base/ids.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { findAccountOf } from '#people/account-store.ts'
import { subjectOf } from '#people/role-store.ts'
import { may } from '#policy.ts'
import { sha256 } from '#signin/token.ts'
import { endResetLinksOf, saveResetLink } from './reset-link-store.ts'

const hour = 3600_000
/** How long a link works that somebody hands over. */
export const handedOverHours = 24
/** How long a link works that comes by mail. */
export const mailedHours = 1

/**
 * The token of a link with which a person chooses a new password: once, within 24 hours. Earlier ones stop working; only the token's hash is
 * kept, and the person is told. Refuses: forbidden by `may.resetPassword`; conflict for whoever has no password yet and needs the invitation.
 */
export async function issueResetLink(work: Work, personId: string): Promise<string> {
  must(may.resetPassword(work.actor, await subjectOf(work.db, personId, work.today)), 'issue a reset link')
  if (!(await findAccountOf(work.db, personId))) throw new Refusal('conflict', 'the account is not claimed yet')
  await endResetLinksOf(work.db, personId, work.at)
  const token = await keepLink(work, personId, handedOverHours)
  await tellPerson(work, { personId, kind: 'reset-link-issued', values: {} })
  return token
}

/**
 * The token of a link that goes to the address a person signs in with: once, within an hour. Whoever asks for it need not be that person, so
 * it ends no other link and nothing is shown at the next visit: the letter itself tells.
 */
export const issueMailedLink = (work: Work, personId: string): Promise<string> => keepLink(work, personId, mailedHours)

async function keepLink(work: Work, personId: string, hours: number): Promise<string> {
  const token = newToken()
  await saveResetLink(work.db, {
    tokenHash: sha256(token),
    personId,
    issuedAt: work.at,
    issuedBy: work.actor.personId,
    expiresAt: new Date(work.now.getTime() + hours * hour).toISOString(),
  })
  await record(work, 'reset-link.issued', personId, { personId }, { hours })
  return token
}
