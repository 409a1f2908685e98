import { found, mustSee } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import { type Actor, may } from '#policy.ts'
import type { Certificate } from './certificate.ts'
import { parseNumber } from './number.ts'
import { getCertificate } from './store.ts'

/** The certificate with this number as somebody typed it, when it is the actor's own. Refuses: not-found, also when it is somebody else's. */
export async function getOwnCertificate(db: Reading, actor: Actor, typed: string): Promise<Certificate> {
  const certificate = await getCertificate(db, found(parseNumber(typed), 'certificate'))
  mustSee(may.useOwn(actor, certificate), 'somebody else’s certificate')
  return certificate
}
