import { expect, test } from 'vitest'
import { accountKey, accountWait, addressKey, addressWait, networkOf } from '#signin/tries.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const lastAt = now.toISOString()

test.each([
  [0, 0],
  [4, 0],
  [5, 32],
  [6, 64],
  [9, 512],
  [10, 900],
  [500, 900],
])('after %i failures in a row an account rests %i seconds', (count, seconds) => {
  expect(accountWait({ count, lastAt: count === 0 ? null : lastAt }, now)).toBe(seconds)
})

test('the rest counts from the last failure and ends', () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  expect(accountWait({ count: 5, lastAt }, later(31))).toBe(1)
  expect(accountWait({ count: 5, lastAt }, later(32))).toBe(0)
})

test('an address rests after 30 failures in a minute or 300 in an hour', () => {
  expect(addressWait([29, 29])).toBe(0)
  expect(addressWait([30, 30])).toBeGreaterThan(0)
  expect(addressWait([0, 299])).toBe(0)
  expect(addressWait([0, 300])).toBeGreaterThan(0)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('what is kept of an account or address says neither', () => {
  expect(accountKey('ines@example.dk', null)).toMatch(/^[0-9a-f]{64}$/)
  expect(accountKey('ines@example.dk', null)).not.toBe(accountKey('ines@example.dk', 'mark'))
  expect(addressKey('2001:db8::1')).toBe(addressKey('2001:db8::2'))
  expect(addressKey('192.0.2.7')).not.toBe(addressKey('192.0.2.8'))
})
