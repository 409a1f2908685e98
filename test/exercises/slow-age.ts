import type { Day } from '#base/dates.ts'

/**
 * Years of age counted another way: every birthday is put into the calendar, year by year, and those that have come are counted. Put into a year
 * that has no 29 February, the calendar makes it 1 March.
 */
export function slowAge(bornOn: Day, day: Day): number {
  const [year, month, date] = bornOn.split('-').map(Number) as [number, number, number]
  let birthdays = 0
  while (Date.UTC(year + birthdays + 1, month - 1, date) <= Date.parse(`${day}T00:00:00Z`)) birthdays++
  return birthdays
}
