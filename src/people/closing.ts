import { addDays, type Day } from '#base/dates.ts'

/** Days on which a venue is closed, both included; null = until it reopens. */
export interface Closing {
  firstOn: Day
  lastOn: Day | null
}

export const isClosedOn = ({ firstOn, lastOn }: Closing, day: Day): boolean =>
  firstOn <= day && (lastOn === null || day <= lastOn)

/** What a change does to the closings of a venue: these are no longer believed, and this is instead. Null = it changes nothing. */
export interface ClosingChange<Known extends Closing> {
  away: readonly Known[]
  instead: Closing | null
}

/** Closed from a day on, until it reopens: one with every closing it meets, so that no day is closed twice. */
export function closedFrom<Known extends Closing>(known: readonly Known[], day: Day): ClosingChange<Known> | null {
  const away = known.filter((one) => one.lastOn === null || addDays(one.lastOn, 1) >= day)
  const firstOn = away.reduce((first, one) => (one.firstOn < first ? one.firstOn : first), day)
  const [only, ...more] = away
  if (only && more.length === 0 && only.lastOn === null && only.firstOn === firstOn) return null
  return { away, instead: { firstOn, lastOn: null } }
}

/**
 * Open again from a day on: the closing of that day ends the day before, or is called off when it is its first day. A closing without an end
 * that begins later is called off as well.
 */
export function openFrom<Known extends Closing>(known: readonly Known[], day: Day): ClosingChange<Known> | null {
  const meant = known.find((one) => isClosedOn(one, day)) ?? known.find((one) => one.lastOn === null)
  if (!meant) return null
  const { firstOn } = meant
  return { away: [meant], instead: firstOn < day ? { firstOn, lastOn: addDays(day, -1) } : null }
}
