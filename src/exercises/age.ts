import { addDays, type Day, isDay } from '#base/dates.ts'

/** From this age on somebody may be served strong drinks: 2.8 % vol. and more (restaurationsloven § 29, 1, no. 1). */
export const comingOfAge = 18

/**
 * Whole years on a civil day. The age counts by the calendar day, from midnight, and not by the night: somebody whose birthday is tomorrow is a
 * year older at 00.00. Days compare as text, so that somebody born on 29 February is older from 1 March in years that are no leap years
 * (design.md 5.10): `02-28` comes before `02-29`, and `03-01` after it. Negative for who is not born yet.
 */
export function ageOn(bornOn: Day, day: Day): number {
  const years = yearOf(day) - yearOf(bornOn)
  return day.slice(4) < bornOn.slice(4) ? years - 1 : years
}

/** The day on which somebody is `years` old; for who is born on 29 February that is 1 March, unless that year has such a day. */
export function birthdayAt(bornOn: Day, years: number): Day {
  const day = inYear(yearOf(bornOn) + years, bornOn)
  return isDay(day) ? day : inYear(yearOf(bornOn) + years, '0000-03-01')
}

export const comesOfAgeOn = (bornOn: Day): Day => birthdayAt(bornOn, comingOfAge)

/** Is somebody old enough on a civil day? */
export const isOfAge = (bornOn: Day, day: Day): boolean => ageOn(bornOn, day) >= comingOfAge

/** The date of birth of who turns `years` on this day; null on a 29 February that has none so many years before it. */
export function bornToTurn(years: number, day: Day): Day | null {
  const bornOn = inYear(yearOf(day) - years, day)
  return isDay(bornOn) ? bornOn : null
}

/** The 29 February on which those were born who turn `years` in the year of `day`; null when there was none. */
export function leapDayTurning(years: number, day: Day): Day | null {
  const bornOn = inYear(yearOf(day) - years, '0000-02-29')
  return isDay(bornOn) ? bornOn : null
}

/** The date of birth of who is `years` old on this day; when nobody can be, on the next such day (`step` 1) or the one before (-1). */
export function nearestBorn(years: number, day: Day, step: 1 | -1): Day {
  return bornToTurn(years, day) ?? nearestBorn(years, addDays(day, step), step)
}

const yearOf = (day: Day) => Number(day.slice(0, 4))
const inYear = (year: number, day: Day): Day => `${String(year).padStart(4, '0')}${day.slice(4)}`
