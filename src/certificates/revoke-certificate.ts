import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Certificate, RevocationReason } from './certificate.ts'
import { isRevocable } from './endings.ts'
import { certificatesOf, getCertificate, saveEnding } from './store.ts'
import { tellHolder } from './tell-holder.ts'

/**
 * Revokes a certificate from today; issued in error, from its day of issue, so that it never was valid, nor what it was issued instead of.
 * One that was revoked for another reason can still be found to be issued in error. The holder is told. Refuses: forbidden; not-found;
 * conflict when it is revoked already, or replaced: then the one that took its place is to be revoked.
 */
export async function revokeCertificate(work: Work, of: { number: string; reason: RevocationReason }): Promise<void> {
  must(may.revokeCertificate(work.actor), 'revoke a certificate')
  const certificate = await getCertificate(work.db, of.number)
  if (!isRevocable(certificate, of.reason))
    throw new Refusal('conflict', 'the certificate is revoked or replaced already')

  for (const one of of.reason === 'issued-in-error' ? await sameEnrolment(work, certificate) : [certificate])
    await revoke(work, one, of.reason)
  await record(work, 'certificate.revoked', of.number, { personId: certificate.personId }, { reason: of.reason })
  await tellHolder(work, 'certificate-revoked', certificate)
}

const sameEnrolment = async (work: Work, { personId, enrolmentId }: Certificate) =>
  (await certificatesOf(work.db, personId)).filter((one) => one.enrolmentId === enrolmentId)

const revoke = (work: Work, { number, issuedOn }: Certificate, reason: RevocationReason) =>
  saveEnding(work.db, {
    id: work.newId(),
    number,
    kind: 'revoked',
    reason,
    fromOn: reason === 'issued-in-error' ? issuedOn : work.today,
    writtenAt: work.at,
    writtenBy: work.actor.personId,
  })
