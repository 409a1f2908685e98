import { Temporal } from 'temporal-polyfill'

/** A civil day in Copenhagen, `YYYY-MM-DD`. Compares right as text. */
export type Day = string
/** An instant, ISO-8601 UTC text with milliseconds. Compares right as text. */
export type Instant = string

const zone = 'Europe/Copenhagen'
const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

export const instantOf = (now: Date): Instant => now.toISOString()

/** The calendar day in Copenhagen at an instant. Asked many times a second, and the same all through an hour: zone offsets there are whole hours. */
export function dayOf(now: Date): Day {
  const hour = Math.floor(now.getTime() / 3_600_000)
  if (lastDay?.hour !== hour) lastDay = { hour, day: civil.format(now) }
  return lastDay.day
}

/** The day a night out belongs to: until six in the morning it is still the day before, also when the clocks change that night. */
export function nightOf(now: Date): Day {
  const hour = Number(hourOfDay.format(now))
  return hour < 6 ? addDays(dayOf(now), -1) : dayOf(now)
}

const hourOfDay = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })

let lastDay: { hour: number; day: Day } | null = null

/** Civil days have no clock changes, so they are counted in UTC: a list of a thousand people asks for thousands of them. */
export const addDays = (day: Day, days: number): Day => civilDay(utcOf(day) + days * dayLength)

/** Calendar months, to the last day there is: 31 January + 1 is 28 or 29 February. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

/** Days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utcOf(to) - utcOf(from)) / dayLength

const dayLength = 86_400_000
const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const civilDay = (utc: number): Day => new Date(utc).toISOString().slice(0, 10)

/** The last instant of a civil day in Copenhagen, so that "as known on a day" includes what was written down on it. */
export function endOf(day: Day): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return new Date(next - 1).toISOString()
}

/** Is this text a day that exists? `2027-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
