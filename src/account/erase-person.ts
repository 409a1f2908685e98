import { record } from '#audit/record.ts'
import { selvesOf } from '#audit/store.ts'
import type { Day } from '#base/dates.ts'
import { mustSee, Refusal } from '#base/refusal.ts'
import { eraseCertificateNames } from '#certificates/withdraw-certificate.ts'
import type { Reading, Work } from '#db/work.ts'
import { eraseInvitationsTo } from '#invitations/erase-invitations.ts'
import { closeInvitationsTo } from '#invitations/store.ts'
import { eraseAnswersOf } from '#learning/erase-answers.ts'
import { eraseLettersOf } from '#mail/erase-letters.ts'
import { eraseName } from '#people/erase-name.ts'
import { leaveForGood } from '#people/leave-for-good.ts'
import { actorOn, associationCount } from '#people/role-store.ts'
import { may } from '#policy.ts'
import { eraseRecoveryOf } from '#recovery/erase-recovery.ts'
import { endAllSignIns } from '#signin/sign-in.ts'
import { getProfile } from './store.ts'

/**
 * A person leaves entirely (rule 5.4): name, login, password, answers, letters, notices, codes, links and sign-ins go, valid certificates are
 * withdrawn, employments and roles end. Dates, figures and salted hashes stay with a bare id. Once erased, nothing changes any more. The
 * house itself may do it too: a copy put back must bring nobody back. Refuses: not-found for anyone else; conflict for the last member of
 * the association, but not the house.
 */
export async function erasePerson(work: Work, personId: string): Promise<void> {
  mustSee(may.erasePerson(work.actor, { personId }), 'somebody else’s account')
  const { erasedAt } = await getProfile(work.db, personId)
  if (erasedAt !== null) return
  if (may.useOwn(work.actor, { personId }) && (await isLastOfAssociation(work.db, personId, work.today)))
    throw new Refusal('conflict', 'the last member of the association')

  await leaveForGood(work, personId)
  for (const self of await selvesOf(work.db, personId)) {
    await eraseCertificateNames(work, self)
    await eraseAnswersOf(work, self)
    await eraseLettersOf(work, self)
    await eraseRecoveryOf(work, self)
    await closeInvitationsTo(work.db, self, work.at)
    await eraseInvitationsTo(work, self)
    await endAllSignIns(work, self)
  }
  await eraseName(work, personId)
  await record(work, 'person.erased', personId, { personId })
}

/** Without her nobody could appoint anybody. */
export async function isLastOfAssociation(db: Reading, personId: string, today: Day): Promise<boolean> {
  const { roles } = await actorOn(db, personId, today)
  return roles.includes('association') && (await associationCount(db, today)) === 1
}
