import { type Chance, shuffled } from '#base/chance.ts'
import { addDays, addMonths, type Day } from '#base/dates.ts'
import { bornToTurn, comingOfAge, leapDayTurning, nearestBorn } from './age.ts'

/** Kinds of ID with a photo: they prove an age (the guidance that course-facts A3 names). */
export const photoIds = ['passport', 'driving-licence', 'youth-card'] as const
/** What a guest can show. The yellow health card has no photo: it may be anybody's. */
export const proofs = [...photoIds, 'health-card'] as const
export type Proof = (typeof proofs)[number]

/** Somebody made up who shows an ID. */
export interface Guest {
  name: string
  proof: Proof
  bornOn: Day
}

/** Guests in a round. */
export const guestCount = 8

/**
 * Draws a round for a civil day, in random order: who turns 18 today and who does tomorrow, who did in the last days, who is born on the same date
 * a year too late, who is born on the 29 February that comes of age this year, when there is one, who is clearly of age, who clearly is not, and
 * one of age with a health card. On 29 February nobody turns 18 (eighteen years before it there was none): then the days beside it are taken, as
 * they are for tomorrow on the day before.
 */
export function drawGuests(day: Day, chance: Chance): Guest[] {
  const today = nearestBorn(comingOfAge, day, -1)
  const dates = [
    today,
    nearestBorn(comingOfAge, addDays(day, 1), 1),
    pick(turnedLately(day, today), chance),
    nearestBorn(comingOfAge - 1, day, -1),
    leapDayTurning(comingOfAge, day) ?? (chance(2) === 0 ? clearlyOfAge(day, chance) : clearlyUnder(day, chance)),
    clearlyOfAge(day, chance),
    clearlyUnder(day, chance),
  ]
  const guests = dates.map((bornOn) => ({ proof: pick(photoIds, chance), bornOn }))
  const all = [...guests, { proof: 'health-card' as const, bornOn: clearlyOfAge(day, chance) }]
  const called = shuffled(names, chance)
  return shuffled(all, chance).map((guest, place) => ({ name: called[place] as string, ...guest }))
}

/** Short for people of any kind, so that a name says nothing about the answer. */
const names = [
  ...['Alex', 'Robin', 'Charlie', 'Sasha', 'Mika', 'Noa', 'Kit', 'Luca', 'Eli', 'Sam', 'Billie', 'Toni'],
  ...['Jules', 'Dana', 'Bo', 'Isa', 'Jamie', 'Lou', 'Quinn', 'Remy', 'Storm', 'Sol', 'Nico', 'Ariel'],
]

const lately = 7

/** Dates of birth of those who turned 18 in the last days, without the one that stands for today. */
const turnedLately = (day: Day, today: Day): Day[] =>
  Array.from({ length: lately }, (_, back) => bornToTurn(comingOfAge, addDays(day, -1 - back))).filter(
    (bornOn) => bornOn !== null && bornOn !== today,
  ) as Day[]

/** 19 to 30. */
const clearlyOfAge = (day: Day, chance: Chance) => bornAged(19 + chance(12), day, chance)
/** 15 or 16. */
const clearlyUnder = (day: Day, chance: Chance) => bornAged(15 + chance(2), day, chance)

/** Any date of birth of who is so many years old today. */
const bornAged = (years: number, day: Day, chance: Chance): Day =>
  addDays(addMonths(day, -12 * years), -chance(daysOfAYear))

const daysOfAYear = 365

const pick = <T>(things: readonly T[], chance: Chance): T => things[chance(things.length)] as T
