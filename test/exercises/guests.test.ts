import { expect, test } from 'vitest'
import { seededChance } from '#base/chance.ts'
import { addDays, type Day, daysBetween } from '#base/dates.ts'
import { drawGuests, type Guest, guestCount, photoIds } from '#exercises/guests.ts'
import { mayBeServed, reasonFor } from '#exercises/verdict.ts'
import { slowAge } from './slow-age.ts'

const draws = 2_000
/** Every fifth day over more than twenty-seven years, and all days around the ends of February. */
const days: Day[] = Array.from({ length: draws }, (_, n) => addDays('2026-01-01', n * 5)).concat(
  Array.from({ length: 28 }, (_, year) =>
    ['26', '27', '28'].map((day) => `${2026 + year}-02-${day}`).flatMap((day) => [day, addDays(day, 3)]),
  ).flat(),
)
const rounds = days.map((day, n) => ({ day, guests: drawGuests(day, seededChance(n)) }))

const withPhoto = (guests: readonly Guest[]) => guests.filter((guest) => guest.proof !== 'health-card')
const yearsBefore = (day: Day, years: number) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
const isLeapDay = (day: Day) => day.endsWith('-02-29')
/** The day itself; of a 29 February, on which nobody turns 17 or 18, the day beside it. */
const besideLeapDay = (day: Day, step: number) => (isLeapDay(day) ? addDays(day, step) : day)

test('every round is eight different people with an ID, in an order that chance makes', () => {
  for (const { guests } of rounds) {
    expect(guests).toHaveLength(guestCount)
    expect(new Set(guests.map(({ name }) => name)).size).toBe(guestCount)
  }
  const placesOf = (proof: string) =>
    new Set(rounds.map(({ guests }) => guests.findIndex((guest) => guest.proof === proof)))
  expect(placesOf('health-card').size).toBe(guestCount)
})

test('every round holds who turns 18 today, tomorrow and did in the last days, and who is a year too late', () => {
  for (const { day, guests } of rounds) {
    const born = withPhoto(guests).map(({ bornOn }) => bornOn)
    const today = yearsBefore(besideLeapDay(day, -1), 18)
    expect([day, born]).toEqual([day, expect.arrayContaining([today])])
    const tomorrow = yearsBefore(besideLeapDay(addDays(day, 1), 1), 18)
    expect([day, born]).toEqual([day, expect.arrayContaining([tomorrow])])
    const tooLate = yearsBefore(besideLeapDay(day, -1), 17)
    expect([day, born]).toEqual([day, expect.arrayContaining([tooLate])])
    const lately = born.filter((one) => one !== today && isWithinDays(one, day))
    expect([day, lately.length > 0]).toEqual([day, true])
  }
})

/** Turned 18 one to seven days ago. */
const isWithinDays = (bornOn: Day, day: Day) => {
  const ago = daysBetween(`${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4)}`, day)
  return ago >= 1 && ago <= 7
}

test('on 29 February, when nobody turns 18, the days beside it are drawn, and somebody else who did lately', () => {
  for (let seed = 0; seed < 200; seed++) {
    const born = drawGuests('2028-02-29', seededChance(seed)).map(({ bornOn }) => bornOn)
    expect(born).toEqual(expect.arrayContaining(['2010-02-28', '2010-03-01', '2011-02-28']))
    expect(born.filter((one) => one.startsWith('2010-02'))).toHaveLength(2)
    expect(new Set(born.filter((one) => one.startsWith('2010-02'))).size).toBe(2)
  }
})

test('every round holds somebody clearly of age and one or two clearly not, and one of age with a health card', () => {
  for (const { day, guests } of rounds) {
    const ages = withPhoto(guests).map(({ bornOn }) => slowAge(bornOn, day))
    const clear = ages.filter((age) => age >= 19 && age <= 30)
    const under = ages.filter((age) => age === 15 || age === 16)
    expect([day, clear.length >= 1, [1, 2].includes(under.length)]).toEqual([day, true, true])
    const yellow = guests.filter(({ proof }) => proof === 'health-card')
    expect(yellow.map(({ bornOn }) => slowAge(bornOn, day) >= 19)).toEqual([true])
  }
})

test('in a year in which somebody born on 29 February comes of age, there is one in every round', () => {
  const years = new Set<string>()
  for (const { day, guests } of rounds) {
    const born = `${Number(day.slice(0, 4)) - 18}-02-29`
    if (addDays(born.replace('-29', '-28'), 1) !== born) continue
    years.add(day.slice(0, 4))
    expect([day, withPhoto(guests).map(({ bornOn }) => bornOn)]).toEqual([day, expect.arrayContaining([born])])
  }
  expect([...years].slice(0, 3)).toEqual(['2026', '2030', '2034'])
})

test('who may be served agrees with counting birthdays one by one, in every round', () => {
  const seen = { yes: 0, no: 0 }
  for (const { day, guests } of rounds)
    for (const guest of guests) {
      const slow = slowAge(guest.bornOn, day) >= 18 && photoIds.some((proof) => proof === guest.proof)
      expect([day, guest, mayBeServed(guest, day)]).toEqual([day, guest, slow])
      seen[slow ? 'yes' : 'no']++
    }
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(draws * 3)
})

test('neither a name nor the kind of photo ID says what is right', () => {
  const served = new Map<string, [number, number]>()
  for (const { day, guests } of rounds)
    for (const guest of withPhoto(guests))
      for (const sign of [guest.name, guest.proof]) {
        const [yes, all] = served.get(sign) ?? [0, 0]
        served.set(sign, [yes + (mayBeServed(guest, day) ? 1 : 0), all + 1])
      }
  expect(served.size).toBe(24 + photoIds.length)
  for (const [sign, [yes, all]] of served) expect([sign, Math.abs(yes / all - 0.5) < 0.12]).toEqual([sign, true])
})

test('the reason says what the age hangs on', () => {
  const shown = (bornOn: Day, proof: Guest['proof'] = 'passport') => ({ bornOn, proof })
  const day = '2026-11-22'
  expect(reasonFor(shown('2008-11-22'), day)).toEqual({ kind: 'today' })
  expect(reasonFor(shown('2008-11-23'), day)).toEqual({ kind: 'tomorrow' })
  expect(reasonFor(shown('2008-11-18'), day)).toEqual({ kind: 'lately', on: '2026-11-18' })
  expect(reasonFor(shown('2009-11-22'), day)).toEqual({ kind: 'too-young', age: 17, on: '2027-11-22' })
  expect(reasonFor(shown('2001-03-04'), day)).toEqual({ kind: 'of-age', age: 25 })
  expect(reasonFor(shown('2001-03-04', 'health-card'), day)).toEqual({ kind: 'no-photo' })
  expect(reasonFor(shown('2008-02-29'), day)).toEqual({ kind: 'leap-day-past', on: '2026-03-01' })
  expect(reasonFor(shown('2008-02-29'), '2026-03-01')).toEqual({ kind: 'leap-day-today' })
  expect(reasonFor(shown('2008-02-29'), '2026-02-28')).toEqual({ kind: 'leap-day-to-come', on: '2026-03-01' })
  expect(reasonFor(shown('2004-02-29'), day)).toEqual({ kind: 'of-age', age: 22 })
})
