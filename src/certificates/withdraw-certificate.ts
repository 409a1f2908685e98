import { record } from '#audit/record.ts'
import { mustSee } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { eraseHolderName, getCertificate, saveEnding } from './store.ts'

/**
 * The holder takes a certificate back: it no longer counts from today, and the name on it is erased for good. Withdrawing twice changes
 * nothing. Refuses: not-found for anyone but the holder.
 */
export async function withdrawCertificate(work: Work, number: string): Promise<void> {
  const certificate = await getCertificate(work.db, number)
  mustSee(may.useOwn(work.actor, certificate), 'somebody else’s certificate')
  if (certificate.endings.some((ending) => ending.kind === 'withdrawn')) return

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
  await record(work, 'certificate.withdrawn', number, { personId: certificate.personId })
}
