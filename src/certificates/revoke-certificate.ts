import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { RevocationReason } from './certificate.ts'
import { getCertificate, saveEnding } from './store.ts'

/**
 * Revokes a certificate from today; issued in error, from its day of issue, so that it never was valid. One that was revoked
 * for another reason can still be found to be issued in error. Refuses: forbidden; not-found; conflict when it is revoked already.
 */
export async function revokeCertificate(work: Work, of: { number: string; reason: RevocationReason }): Promise<void> {
  must(may.revokeCertificate(work.actor), 'revoke a certificate')
  const certificate = await getCertificate(work.db, of.number)
  const revoked = certificate.endings.filter((ending) => ending.kind === 'revoked')
  const inError = of.reason === 'issued-in-error'
  if (revoked.some((ending) => !inError || ending.reason === of.reason))
    throw new Refusal('conflict', 'the certificate is revoked already')

  await saveEnding(work.db, {
    id: work.newId(),
    number: of.number,
    kind: 'revoked',
    reason: of.reason,
    fromOn: inError ? certificate.issuedOn : work.today,
    writtenAt: work.at,
    writtenBy: work.actor.personId,
  })
  await record(work, 'certificate.revoked', of.number, { personId: certificate.personId }, { reason: of.reason })
}
