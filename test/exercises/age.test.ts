import { expect, test } from 'vitest'
import { addDays, dayOf, nightOf } from '#base/dates.ts'
import { ageOn, birthdayAt, comesOfAgeOn, isOfAge } from '#exercises/age.ts'
import { slowAge } from './slow-age.ts'

test('on the birthday somebody is of age, the day before not', () => {
  expect([ageOn('2008-11-22', '2026-11-21'), ageOn('2008-11-22', '2026-11-22')]).toEqual([17, 18])
  expect(isOfAge('2008-11-22', '2026-11-21')).toBe(false)
  expect(isOfAge('2008-11-22', '2026-11-22')).toBe(true)
  expect(comesOfAgeOn('2008-11-22')).toBe('2026-11-22')
})

test.each([
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2027-02-28', 18],
  ['2008-02-29', '2027-03-01', 19],
  ['2008-02-29', '2028-02-28', 19],
  ['2008-02-29', '2028-02-29', 20],
  ['2008-02-28', '2026-02-28', 18],
  ['2008-03-01', '2026-02-28', 17],
  ['2010-03-01', '2028-02-29', 17],
  ['2010-02-28', '2028-02-29', 18],
])('born on %s, on %s somebody is %i', (bornOn, day, age) => {
  expect(ageOn(bornOn, day)).toBe(age)
  expect(slowAge(bornOn, day)).toBe(age)
})

test('whoever is born on 29 February comes of age on 1 March, because that year has no such day', () => {
  expect(comesOfAgeOn('2008-02-29')).toBe('2026-03-01')
  expect(comesOfAgeOn('2004-02-29')).toBe('2022-03-01')
  expect(birthdayAt('2008-02-29', 20)).toBe('2028-02-29')
})

const midnights = [
  { when: 'ten past midnight on New Year’s Day', at: '2026-12-31T23:10:00Z', day: '2027-01-01', born: '2009-01-01' },
  { when: 'ten to midnight on New Year’s Eve', at: '2026-12-31T22:50:00Z', day: '2026-12-31', born: '2008-12-31' },
  { when: 'ten past midnight in summer', at: '2026-07-10T22:10:00Z', day: '2026-07-11', born: '2008-07-11' },
  { when: 'ten to midnight in summer', at: '2026-07-10T21:50:00Z', day: '2026-07-10', born: '2008-07-10' },
]

test.each(midnights)('$when in Copenhagen the age counts by the new day, not by the night', ({ at, day, born }) => {
  const now = new Date(at)
  expect(dayOf(now)).toBe(day)
  expect(isOfAge(born, dayOf(now))).toBe(true)
  expect(isOfAge(addDays(born, 1), dayOf(now))).toBe(false)
})

test('after midnight the night still belongs to the day before, and the age does not', () => {
  const now = new Date('2026-12-31T23:10:00Z')
  expect(nightOf(now)).toBe('2026-12-31')
  expect(isOfAge('2009-01-01', dayOf(now))).toBe(true)
  expect(isOfAge('2009-01-01', nightOf(now))).toBe(false)
})
