import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, endOf, isDay } from '#base/dates.ts'

test.each([
  ['2026-11-22T22:59:59.999Z', '2026-11-22'],
  ['2026-11-22T23:00:00.000Z', '2026-11-23'],
  ['2026-10-24T21:59:59.999Z', '2026-10-24'],
  ['2026-10-24T22:00:00.000Z', '2026-10-25'],
  ['2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ['2027-03-27T22:59:59.999Z', '2027-03-27'],
  ['2027-03-28T21:59:59.999Z', '2027-03-28'],
  ['2027-03-28T22:00:00.000Z', '2027-03-29'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
])('at %s it is %s in Copenhagen', (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day)
})

test('a day asked for in any order is the day the calendar of another implementation says', () => {
  const other = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' })
  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(instants, { minLength: 2, maxLength: 5 }), (moments) => {
      for (const moment of moments) expect(dayOf(moment)).toBe(other.format(moment))
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 24, '2030-02-28'],
  ['2030-02-28', 24, '2032-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i calendar months is %s', (day, months, then) => {
  expect(addMonths(day, months)).toBe(then)
})

test('days are counted across both clock changes', () => {
  expect(addDays('2026-03-01', 30)).toBe('2026-03-31')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2027-03-29', '2027-03-27')).toBe(-2)
})

test('the end of a day is its last millisecond in Copenhagen', () => {
  expect(endOf('2026-11-22')).toBe('2026-11-22T22:59:59.999Z')
  expect(endOf('2026-10-25')).toBe('2026-10-25T22:59:59.999Z')
  expect(endOf('2026-07-01')).toBe('2026-07-01T21:59:59.999Z')
})

test.each(['2027-02-29', '2026-13-01', '2026-1-1', 'today', '', '2026-06-31', '2026-06-30T00:00'])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test('days are added and counted as another calendar does', () => {
  const days = fc.date({ min: new Date('1999-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
      const day = date.toISOString().slice(0, 10)
      const then = Temporal.PlainDate.from(day).add({ days: count }).toString()
      expect(addDays(day, count)).toBe(then)
      expect(daysBetween(day, then)).toBe(count)
    }),
    { numRuns: 2000 },
  )
})
