import { record } from '#audit/record.ts'
import { found, must, Refusal } from '#base/refusal.ts'
import { moveCertificates } from '#certificates/move-certificates.ts'
import type { Work } from '#db/work.ts'
import { closeInvitationsTo } from '#invitations/store.ts'
import { handOverEnrolments } from '#learning/hand-over-enrolments.ts'
import { handOverNotices } from '#mail/hand-over-notices.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { closeRecord } from '#people/close-record.ts'
import { handOverEmployments } from '#people/hand-over-employments.ts'
import { may } from '#policy.ts'
import { endRecoveryOf } from '#recovery/end-recovery-of.ts'
import { endAllSignIns } from '#signin/sign-in.ts'
import { whyNotMerge } from './mergeable.ts'
import { compared } from './store.ts'

const refusals = {
  role: 'the one that goes holds a role',
  claim: 'nobody could sign in to the one that is kept',
} as const

/**
 * Two records are of one person: what `goesId` did, learned and holds is `keptId`'s from now on, and only the kept login opens the account.
 * Nothing is lost, and what was known before stays as it was. Refuses: forbidden for all but the association; not-found for somebody unknown,
 * erased or merged already; conflict for one and the same, when the one that goes holds a role (that would hand the role to a login the
 * association did not appoint), and when only the one that goes has a password (a link in a manager's hand would open what is left).
 */
export async function mergePeople(work: Work, of: { keptId: string; goesId: string }): Promise<void> {
  must(may.mergePeople(work.actor), 'merge people')
  if (of.keptId === of.goesId) throw new Refusal('conflict', 'one and the same')
  const kept = found(await compared(work.db, of.keptId, work.today), 'person')
  const goes = found(await compared(work.db, of.goesId, work.today), 'person')
  const why = whyNotMerge(kept, goes)
  if (why) throw new Refusal('conflict', refusals[why])

  const over = { from: goes.personId, to: kept.personId }
  await endAllSignIns(work, goes.personId)
  await endRecoveryOf(work, goes.personId)
  await closeInvitationsTo(work.db, goes.personId, work.at)
  await handOverEmployments(work, over)
  await handOverEnrolments(work, over)
  const certificates = await moveCertificates(work, over)
  await handOverNotices(work, over)
  await closeRecord(work, { personId: goes.personId, keptId: kept.personId })
  const traced = { kept: kept.personId, closed: goes.personId, certificates }
  for (const { personId } of [kept, goes]) await record(work, 'person.merged', kept.personId, { personId }, traced)
  await tellPerson(work, { personId: kept.personId, kind: 'people-merged', values: { login: kept.login ?? '' } })
}
