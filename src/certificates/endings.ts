import type { Day } from '#base/dates.ts'
import type { Certificate, RevocationReason } from './certificate.ts'
import { stands } from './state.ts'

/** It counts on the day, and another name stands on it than the holder has now. */
export const isReplaceable = (certificate: Certificate, nameNow: string, today: Day): boolean =>
  stands(certificate, today) && certificate.holderName !== null && !isSameName(certificate.holderName, nameNow)

const isSameName = (a: string, b: string) => a.normalize('NFC') === b.normalize('NFC')

/** One that was withdrawn is, and one that was replaced has neither name nor days left to take back. */
export const isWithdrawable = ({ endings }: Pick<Certificate, 'endings'>): boolean =>
  endings.every((ending) => ending.kind === 'revoked')

/** Once, and again only for an error that is found later. One that was replaced is not: what took its place is. */
export const isRevocable = (
  certificate: Pick<Certificate, 'endings' | 'replacedBy'>,
  reason: RevocationReason,
): boolean =>
  certificate.replacedBy === null &&
  certificate.endings
    .filter((ending) => ending.kind === 'revoked')
    .every((ending) => reason === 'issued-in-error' && ending.reason !== reason)
