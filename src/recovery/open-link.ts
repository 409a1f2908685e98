import { dayOf, instantOf } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import { findAccountOf, type OwnAccount } from '#people/account-store.ts'
import { actorOn, subjectOf } from '#people/role-store.ts'
import { houseActor, may } from '#policy.ts'
import { sha256 } from '#signin/token.ts'
import { findResetLink, type ResetLink } from './reset-link-store.ts'

/**
 * Whose password a link opens now, or why it does not: nobody ever issued it, or it no longer works. A link works only as long as whoever
 * issued it still may: a manager's stops when the person comes to hold a role, or no longer works for that manager.
 */
export async function openLink(db: Reading, token: string, now: Date): Promise<OwnAccount | 'unknown' | 'spent'> {
  const link = await findResetLink(db, sha256(token))
  if (!link) return 'unknown'
  if (link.usedAt !== null || link.endedAt !== null || link.expiresAt <= instantOf(now)) return 'spent'
  if (!(await issuerStillMay(db, link, now))) return 'spent'
  return (await findAccountOf(db, link.personId)) ?? 'spent'
}

async function issuerStillMay(db: Reading, { issuedBy, personId }: ResetLink, now: Date): Promise<boolean> {
  const today = dayOf(now)
  const issuer = houseActor(issuedBy) ?? (await actorOn(db, issuedBy, today))
  return may.resetPassword(issuer, await subjectOf(db, personId, today))
}
