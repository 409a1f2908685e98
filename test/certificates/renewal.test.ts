import { expect, test } from 'vitest'
import { newLastOn, renewalOpensOn } from '#certificates/renewal.ts'

test.each([
  ['2026-12-31', '2026-11-01'],
  ['2028-02-29', '2027-12-31'],
  ['2028-04-29', '2028-02-29'],
  ['2027-04-29', '2027-02-28'],
  ['2027-03-01', '2026-12-31'],
])('with the last day %s renewal opens on %s', (lastOn, opens) => {
  expect(renewalOpensOn(lastOn)).toBe(opens)
})

test.each([
  ['the first certificate counts from the day of passing', '2026-11-22', 24, null, '2028-11-22'],
  ['31 January + 1 month is the last day of February', '2027-01-31', 1, null, '2027-02-28'],
  ['and in a leap year the 29th', '2028-01-31', 1, null, '2028-02-29'],
  ['29 February + 24 months is 28 February', '2028-02-29', 24, null, '2030-02-28'],
  ['and 24 more counted from there stay on the 28th', '2030-02-01', 24, '2030-02-28', '2032-02-28'],
  ['a day before renewal opens it counts from that day', '2026-10-31', 24, '2026-12-31', '2028-10-31'],
  ['on the day it opens it counts from the old last day', '2026-11-01', 24, '2026-12-31', '2028-12-31'],
  ['on the last day it counts from the old last day', '2026-12-31', 24, '2026-12-31', '2028-12-31'],
  ['a day late it counts from the day of passing', '2027-01-01', 24, '2026-12-31', '2029-01-01'],
  ['without validity there is no last day', '2026-11-22', 0, '2026-12-31', null],
])('%s', (_name, earnedOn, months, oldLastOn, lastOn) => {
  expect(newLastOn(earnedOn, months, oldLastOn)).toBe(lastOn)
})
