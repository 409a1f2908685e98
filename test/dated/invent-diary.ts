import type { Chance } from '#base/chance.ts'
import {
  type Employment,
  type Event,
  firstOf,
  type Job,
  lastOf,
  monthsLater,
  nth,
  placeOf,
  SlowTown,
  standsOn,
  type VenueName,
  venues,
} from './slow-town.ts'

const days = 1000
const jobs: readonly Job[] = ['bar', 'door']

/** The diary of a town: what happens to each of its people, and to its venues and requirements, in order of days. */
export function inventDiary(people: number, chance: Chance): Event[] {
  const town = new SlowTown()
  const one = <T>(things: readonly T[]): T => things[chance(things.length)] as T
  const lines: Line[] = []
  for (let person = 0; person < people; person++)
    for (let n = 3 + chance(4); n > 0; n--) lines.push({ on: chance(days), person })
  for (let n = 0; n < 10; n++) lines.push({ on: chance(days), person: null })
  lines.sort((a, b) => b.on - a.on)

  const diary: Event[] = [{ on: 0, kind: 'require', job: 'any', days: 30, from: 0 }]
  town.happen(diary[0] as Event)
  for (let line = lines.pop(); line; line = lines.pop()) {
    const { on, person, passes } = line
    const event: Event | null = passes
      ? { on, kind: 'pass', person: person as number }
      : person === null
        ? ofTheTown(town, on, one, chance)
        : ofSomebody(town, on, person, one, chance)
    if (!event) continue
    town.happen(event)
    diary.push(event)
    const next = nearTheEdge(town, event, chance)
    if (next && next.on < days) lines.splice(lines.findLastIndex((other) => other.on >= next.on) + 1, 0, next)
  }
  return diary
}

interface Line {
  on: number
  /** Null = something of the town's. */
  person: number | null
  passes?: true
}

/** Every other leaver does something about six months later, every other certificate is renewed about when that opens: to the day. */
function nearTheEdge(town: SlowTown, event: Event, chance: Chance): Line | null {
  if (!('person' in event) || chance(2) === 0) return null
  const { person } = event
  const edge = chance(3) - 1
  if (event.kind === 'leave' || event.kind === 'end')
    return { on: placeOf(monthsLater(nth(event.last), 6)) + edge, person }
  const certificate = event.kind === 'pass' ? town.person(person).certificates.at(-1) : null
  return certificate ? { on: certificate.last - 60 + edge, person, passes: true } : null
}

type One = <T>(things: readonly T[]) => T

function ofTheTown(town: SlowTown, on: number, one: One, chance: Chance): Event | null {
  const venue = one(venues)
  const job = one(['any', 'bar', 'door'] as const)
  const from = on + chance(60)
  switch (chance(5)) {
    case 0:
      return chance(3) === 0 && !town.closed[venue][from] ? { on, kind: 'close', venue, from } : null
    case 1:
    case 2:
      return town.closed[venue][from] ? { on, kind: 'reopen', venue, from } : null
    case 3:
      return town.rules[job][from + 1] ? { on, kind: 'unrequire', job, last: from } : null
    default:
      return { on, kind: 'require', job, days: chance(60), from }
  }
}

function ofSomebody(town: SlowTown, on: number, person: number, one: One, chance: Chance): Event | null {
  const { employments, certificates } = town.person(person)
  const standing = certificates
    .map((certificate, n) => ({ certificate, n }))
    .filter(({ certificate }) => standsOn(certificate, on))
  const place = chance(8)
  if (place === 0) return { on, kind: 'pass', person }
  if (place === 1 && standing.length > 0) {
    const kind = one(['revoke', 'revoke-in-error', 'withdraw'] as const)
    return { on, kind, person, certificate: one(standing).n }
  }
  const venue = one(venues)
  const known = employments
    .map((employment, nr) => ({ employment, nr }))
    .filter(({ employment }) => firstOf(employment) >= 0)
  const here = known.filter(({ employment }) => employment.venue === venue)
  const later = here.find(({ employment }) => (lastOf(employment) ?? days * 3) >= on)
  if (!later && town.closed[venue][on]) return null
  if (!later)
    return comesTo(
      here.map((other) => other.employment),
      { on, person, venue, job: one(jobs) },
      chance,
    )
  return changes(later, { on, person, alone: here.length === 1 }, one, chance)
}

function comesTo(
  here: readonly Employment[],
  of: { on: number; person: number; venue: VenueName; job: Job },
  chance: Chance,
): Event {
  const from = of.on - chance(10) + chance(30)
  const free = here.every((employment) => (lastOf(employment) ?? days * 3) < from)
  const before = here.some((employment) => employment.confirmed)
  return before && free && from >= 0 && chance(2) === 0 ? { ...of, kind: 'back', from } : { ...of, kind: 'join' }
}

function changes(
  { employment, nr }: { employment: Employment; nr: number },
  of: { on: number; person: number; alone: boolean },
  one: One,
  chance: Chance,
): Event | null {
  const { on, person } = of
  const about = { on, person, nr }
  const [first, last] = [firstOf(employment), lastOf(employment)]
  if (!employment.confirmed) return { ...about, kind: chance(5) === 0 ? 'reject' : 'confirm' }
  const away = Math.max(first, on - chance(40))
  switch (chance(5)) {
    case 0:
      return of.alone ? correction(about, { first, last }, chance) : null
    case 1: {
      const from = Math.min(Math.max(first, on - 20 + chance(60)), last ?? days * 2)
      return of.alone ? { ...about, kind: 'job', job: one(jobs), from } : null
    }
    case 2:
      return first <= on && away <= on ? { ...about, kind: 'leave', last: away } : null
    default: {
      const end = Math.max(first, on - 30 + chance(90))
      return of.alone || end <= (last ?? days * 3) ? { ...about, kind: 'end', last: end } : null
    }
  }
}

function correction(
  about: { on: number; person: number; nr: number },
  { first, last }: { first: number; last: number | null },
  chance: Chance,
): Event {
  const moved = Math.max(0, first - 30 + chance(60))
  const end = chance(2) === 0 ? null : Math.max(moved, (last ?? about.on) - 30 + chance(90))
  return { ...about, kind: 'days', first: moved, last: end }
}
