import { expect, test } from 'vitest'
import { dayOf } from '#base/dates.ts'
import type { CertificateFacts, Ending } from '#certificates/certificate.ts'
import { endingOn, listedStateOn, stands, stateOn } from '#certificates/state.ts'

const facts = (of: Partial<CertificateFacts> = {}): CertificateFacts => ({
  number: 'A',
  courseId: 'grundkursus',
  issuedAt: '2026-11-22T12:00:00.000Z',
  issuedOn: '2026-11-22',
  lastOn: '2028-11-22',
  endings: [],
  ...of,
})
const certificate = (of: Partial<CertificateFacts> = {}, later: CertificateFacts[] = []) => ({ ...facts(of), later })
const ending = (of: Partial<Ending>): Ending => ({
  kind: 'revoked',
  reason: 'misuse',
  fromOn: '2027-06-01',
  writtenAt: '2027-06-01T10:00:00.000Z',
  ...of,
})
const at = (instant: string) => dayOf(new Date(instant))

test.each([
  ['a second before midnight in Copenhagen', '2028-11-22T22:59:59Z', 'valid'],
  ['at midnight', '2028-11-22T23:00:00Z', 'expired'],
])('the last day counts to its end in winter: %s', (_name, instant, state) => {
  expect(stateOn(certificate(), at(instant))).toBe(state)
})

test.each([
  ['2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
  ['2027-10-31', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
  ['2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
])('with the last day %s it counts to the end of that day, as the clock then is', (lastOn, before, after) => {
  expect(stateOn(certificate({ lastOn }), at(before))).toBe('valid')
  expect(stateOn(certificate({ lastOn }), at(after))).toBe('expired')
})

test('a certificate without a last day does not expire', () => {
  expect(stateOn(certificate({ lastOn: null }), '2099-01-01')).toBe('valid')
  expect(listedStateOn(certificate({ lastOn: null }), '2099-01-01')).toBe('valid')
})

test('it reads renewed from the day a later one stands until its own last day', () => {
  const later = facts({ issuedAt: '2028-10-01T12:00:00.000Z', issuedOn: '2028-10-01', lastOn: '2030-11-22' })
  expect(stateOn(certificate({}, [later]), '2028-09-30')).toBe('valid')
  expect(stateOn(certificate({}, [later]), '2028-10-01')).toBe('renewed')
  expect(stateOn(certificate({}, [later]), '2028-11-22')).toBe('renewed')
  expect(stateOn(certificate({}, [later]), '2028-11-23')).toBe('expired')
})

test('a later one that was revoked renews nothing', () => {
  const error = ending({ reason: 'issued-in-error', fromOn: '2028-10-01' })
  const later = facts({ issuedOn: '2028-10-01', lastOn: '2030-11-22', endings: [error] })
  expect(stateOn(certificate({}, [later]), '2028-11-01')).toBe('valid')
})

test('revoked on 1 June: it stands on 31 May and not on 1 June', () => {
  const revoked = certificate({ endings: [ending({})] })
  expect([stands(revoked, '2027-05-31'), stands(revoked, '2027-06-01')]).toEqual([true, false])
  expect([stateOn(revoked, '2027-05-31'), stateOn(revoked, '2027-06-01')]).toEqual(['valid', 'revoked'])
})

test('issued in error: it never stood', () => {
  const error = certificate({ endings: [ending({ reason: 'issued-in-error', fromOn: '2026-11-22' })] })
  expect(stands(error, '2026-11-22')).toBe(false)
  expect(stateOn(error, '2026-11-22')).toBe('revoked')
})

test('what weighs more is told: issued in error, then revoked, then withdrawn', () => {
  const withdrawn = ending({ kind: 'withdrawn', reason: 'holder', fromOn: '2027-01-01' })
  const error = ending({ reason: 'issued-in-error', fromOn: '2026-11-22' })
  expect(endingOn({ endings: [withdrawn] }, '2027-06-01')?.kind).toBe('withdrawn')
  expect(endingOn({ endings: [withdrawn, ending({})] }, '2027-06-01')?.reason).toBe('misuse')
  expect(endingOn({ endings: [withdrawn, ending({}), error] }, '2027-06-01')?.reason).toBe('issued-in-error')
})

test('revoked after it expired still reads revoked', () => {
  const revoked = certificate({ endings: [ending({ fromOn: '2029-01-01' })] })
  expect(stateOn(revoked, '2028-12-31')).toBe('expired')
  expect(stateOn(revoked, '2029-01-01')).toBe('revoked')
})

test('lists say that it expires soon from the day its renewal opens, and only while nothing else is true', () => {
  expect(listedStateOn(certificate(), '2028-09-22')).toBe('valid')
  expect(listedStateOn(certificate(), '2028-09-23')).toBe('expiring')
  expect(listedStateOn(certificate(), '2028-11-23')).toBe('expired')
  expect(listedStateOn(certificate({ endings: [ending({})] }), '2028-10-01')).toBe('revoked')
})
