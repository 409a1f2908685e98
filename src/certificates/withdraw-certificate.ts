import { record } from '#audit/record.ts'
import { mustSee } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Certificate } from './certificate.ts'
import { isWithdrawable } from './endings.ts'
import { stands } from './state.ts'
import { certificatesOf, eraseHolderName, getCertificate, saveEnding } from './store.ts'

/**
 * The holder takes a certificate back: it no longer counts from today, and the name on it is erased for good. Withdrawing twice changes
 * nothing. Refuses: not-found for anyone but the holder.
 */
export async function withdrawCertificate(work: Work, number: string): Promise<void> {
  const certificate = await getCertificate(work.db, number)
  mustSee(may.useOwn(work.actor, certificate), 'somebody else’s certificate')
  if (!isWithdrawable(certificate)) return
  await withdraw(work, certificate)
}

/**
 * Withdraws what counts today and erases the name on every certificate of a person who leaves entirely; days, numbers and salted hashes of
 * the name stay. The caller has asked the policy.
 */
export async function eraseCertificateNames(work: Work, personId: string): Promise<void> {
  for (const certificate of await certificatesOf(work.db, personId)) {
    if (stands(certificate, work.today)) await withdraw(work, certificate)
    else await eraseHolderName(work.db, certificate.number)
  }
}

async function withdraw(work: Work, { number, personId }: Certificate): Promise<void> {
  await saveEnding(work.db, {
    id: work.newId(),
    number,
    kind: 'withdrawn',
    reason: 'holder',
    fromOn: work.today,
    writtenAt: work.at,
    writtenBy: work.actor.personId,
  })
  await eraseHolderName(work.db, number)
  await record(work, 'certificate.withdrawn', number, { personId })
}
