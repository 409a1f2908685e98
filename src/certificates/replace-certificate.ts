import { record } from '#audit/record.ts'
import { newNumberPart, newToken } from '#base/ids.ts'
import { mustSee, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { getName } from '#people/store.ts'
import { may } from '#policy.ts'
import { isReplaceable } from './endings.ts'
import { hashOfName } from './issue-certificate.ts'
import { numberFrom } from './number.ts'
import { eraseHolderName, getCertificate, saveCertificate, saveEnding } from './store.ts'
import { tellHolder } from './tell-holder.ts'

/**
 * The holder gets a certificate with the name she has now; returns its number. Course, revision, days and enrolment stay; the old number
 * reads replaced from today, and the name on it is erased for good (its salted hash stays). Refuses: not-found for anyone but the holder;
 * conflict when it does not count today or has the right name already.
 */
export async function replaceCertificate(work: Work, number: string): Promise<string> {
  const old = await getCertificate(work.db, number)
  mustSee(may.useOwn(work.actor, old), 'somebody else’s certificate')
  const name = await getName(work.db, old.personId)
  if (!isReplaceable(old, name, work.today)) throw new Refusal('conflict', 'there is nothing to replace')

  const newNumber = numberFrom(newNumberPart())
  const nameSalt = newToken()
  await saveCertificate(work.db, {
    ...old,
    number: newNumber,
    holderName: name,
    nameSalt,
    nameSha256: hashOfName(nameSalt, name),
    issuedAt: work.at,
    replaces: number,
  })
  await saveEnding(work.db, {
    id: work.newId(),
    number,
    kind: 'replaced',
    reason: 'name',
    fromOn: work.today,
    writtenAt: work.at,
    writtenBy: work.actor.personId,
  })
  await eraseHolderName(work.db, number)
  await record(work, 'certificate.replaced', number, { personId: old.personId }, { by: newNumber })
  await tellHolder(work, 'certificate-replaced', old)
  return newNumber
}
