import { addDays, addMonths, type Day } from '#base/dates.ts'

const windowDays = 60

/** The first day on which passing again counts from the old last day: last day 31 December opens on 1 November. */
export const renewalOpensOn = (lastOn: Day): Day => addDays(lastOn, -windowDays)

/** A certificate whose last day is later than this one is not open for renewal on the day. */
export const lastClosedFor = (day: Day): Day => addDays(day, windowDays)

/**
 * The last day of a certificate earned on a day, or null when the course has none (0 months). Earned while the renewal of an old one is open,
 * it counts from that one's last day; otherwise from the day itself.
 */
export function newLastOn(earnedOn: Day, months: number, oldLastOn: Day | null): Day | null {
  if (months === 0) return null
  const renews = oldLastOn !== null && earnedOn >= renewalOpensOn(oldLastOn) && earnedOn <= oldLastOn
  return addMonths(renews ? oldLastOn : earnedOn, months)
}
