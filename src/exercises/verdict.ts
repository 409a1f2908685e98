import { addDays, type Day } from '#base/dates.ts'
import { ageOn, comesOfAgeOn, comingOfAge, isOfAge } from './age.ts'
import type { Guest } from './guests.ts'

type Shown = Pick<Guest, 'proof' | 'bornOn'>

/** May this guest be served on a civil day? Only whoever is of age, and shows it on an ID with a photo. */
export const mayBeServed = ({ proof, bornOn }: Shown, day: Day): boolean =>
  proof !== 'health-card' && isOfAge(bornOn, day)

/** Why a guest may be served or not; `on` is the day of coming of age. */
export type Reason =
  | { kind: 'no-photo' | 'today' | 'tomorrow' | 'leap-day-today' }
  | { kind: 'lately' | 'leap-day-past' | 'leap-day-to-come'; on: Day }
  | { kind: 'of-age'; age: number }
  | { kind: 'too-young'; age: number; on: Day }

/** For how many days after it the day of coming of age is told. */
const lately = 31

export function reasonFor({ proof, bornOn }: Shown, day: Day): Reason {
  const on = comesOfAgeOn(bornOn)
  const age = ageOn(bornOn, day)
  if (proof === 'health-card') return { kind: 'no-photo' }
  if (bornOn.endsWith('-02-29') && age <= comingOfAge) return onLeapDay(on, day)
  if (on === day) return { kind: 'today' }
  if (on === addDays(day, 1)) return { kind: 'tomorrow' }
  if (on > day) return { kind: 'too-young', age, on }
  return on >= addDays(day, -lately) ? { kind: 'lately', on } : { kind: 'of-age', age }
}

function onLeapDay(on: Day, day: Day): Reason {
  if (on === day) return { kind: 'leap-day-today' }
  return { kind: on > day ? 'leap-day-to-come' : 'leap-day-past', on }
}
