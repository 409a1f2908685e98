import { form } from '#web/form.ts'
import { revocationReasons } from './certificate.ts'

/** What was asked of the verification form: the number as typed, or null when nothing was. */
export function readNumber(query: unknown): string | null {
  const typed = (query as Record<string, unknown> | null)?.number
  return typeof typed === 'string' && typed.trim() !== '' ? typed : null
}

const longestShown = 40

/** Typed text as a part of an address: what is no letter or digit goes, so that nothing typed can lead anywhere else. */
export const addressPartOf = (typed: string): string =>
  typed.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, longestShown) || '0'

const readReasonRaw = form(
  (type) => type.Object({ reason: type.Union(revocationReasons.map((reason) => type.Literal(reason))) }),
  { reason: 'certificates.reasonMissing' },
)

/** The reason chosen for a revocation, or null. */
export function readReason(body: unknown) {
  const read = readReasonRaw(body)
  return read.ok ? read.value.reason : null
}
