import type { Day } from '#base/dates.ts'
import type { Certificate, CertificateFacts, Ending } from './certificate.ts'
import { isBehind } from './owing.ts'
import { renewalOpensOn } from './renewal.ts'

export const states = ['valid', 'renewed', 'expired', 'revoked', 'withdrawn', 'replaced'] as const
/** What is true of a certificate on a day. `renewed` = valid, and a later one has been earned. */
export type State = (typeof states)[number]

/** Does it count on a day? The same as the store's `standsOn` says in SQL. */
export const stands = (facts: CertificateFacts, day: Day): boolean =>
  facts.issuedOn <= day && (facts.lastOn === null || day <= facts.lastOn) && endingOn(facts, day) === null

/** Does it meet a requirement on a day, today or later? It stands, and no page that had to be read again by then is left unread. */
export const counts = (certificate: Pick<Certificate, keyof CertificateFacts | 'owes'>, day: Day): boolean =>
  stands(certificate, day) && !isBehind(certificate.owes, day)

/** What ended it by a day, or null. Revoked outweighs withdrawn and replaced, issued in error outweighs all: then it never was valid. */
export function endingOn(facts: Pick<CertificateFacts, 'endings'>, day: Day): Ending | null {
  const ended = facts.endings.filter((ending) => ending.fromOn <= day)
  const error = ended.find((ending) => ending.reason === 'issued-in-error')
  return error ?? ended.find((ending) => ending.kind === 'revoked') ?? ended[0] ?? null
}

/** What is true of a certificate on a day from its issue on. */
export function stateOn(certificate: Pick<Certificate, keyof CertificateFacts | 'later'>, day: Day): State {
  const ending = endingOn(certificate, day)
  if (ending) return ending.kind
  if (certificate.lastOn !== null && certificate.lastOn < day) return 'expired'
  return certificate.later.some((later) => stands(later, day)) ? 'renewed' : 'valid'
}

/** For lists: a valid certificate whose renewal is open reads `expiring`. */
export function listedStateOn(
  certificate: Pick<Certificate, keyof CertificateFacts | 'later'>,
  day: Day,
): State | 'expiring' {
  const state = stateOn(certificate, day)
  const open = certificate.lastOn !== null && renewalOpensOn(certificate.lastOn) <= day
  return state === 'valid' && open ? 'expiring' : state
}
