import { addDays, type Day } from '#base/dates.ts'
import type { Job } from './job.ts'

/** Days in one job, both included; null = no last day yet. The jobs of an employment follow one another without a gap. */
export interface JobSpell {
  job: Job
  firstOn: Day
  lastOn: Day | null
}

/**
 * The same employment from another first day to another last day, which come in order. Jobs that lie wholly outside are gone; the first and the
 * last that are left reach as far as asked. An employment moved past all its jobs keeps the nearest one.
 */
export function between(spells: readonly JobSpell[], firstOn: Day, lastOn: Day | null): JobSpell[] {
  const inside = spells.filter((spell) => overlap(spell, { firstOn, lastOn }))
  const [first] = spells as [JobSpell]
  const nearest = lastOn !== null && lastOn < first.firstOn ? first : (spells.at(-1) as JobSpell)
  const left = inside.length > 0 ? inside : [nearest]
  return left.map((spell, place) => ({
    job: spell.job,
    firstOn: place === 0 ? firstOn : spell.firstOn,
    lastOn: place === left.length - 1 ? lastOn : earlierEnd(spell.lastOn, lastOn),
  }))
}

/** The same employment in another job from a day on, for good: later jobs give way. */
export function inJobFrom(spells: readonly JobSpell[], job: Job, fromOn: Day): JobSpell[] {
  const before = spells
    .filter((spell) => spell.firstOn < fromOn)
    .map((spell) => ({ ...spell, lastOn: endsFrom(spell, fromOn) ? addDays(fromOn, -1) : spell.lastOn }))
  const lastOn = lastDayOf(spells)
  const previous = before.at(-1)
  if (previous?.job === job) return [...before.slice(0, -1), { ...previous, lastOn }]
  return [...before, { job, firstOn: fromOn, lastOn }]
}

/** The earlier of two last days; null = none. */
const earlierEnd = (a: Day | null, b: Day | null) => (a === null ? b : b === null || a < b ? a : b)

/** The last day of the job that lasts longest: after people were merged, two jobs of one employment can go on side by side. */
export const lastDayOf = (spells: readonly Pick<JobSpell, 'lastOn'>[]): Day | null =>
  spells.reduce<Day | null>(
    (last, { lastOn }) => (last === null || lastOn === null ? null : last > lastOn ? last : lastOn),
    '',
  )

const endsFrom = (spell: JobSpell, day: Day) => spell.lastOn === null || spell.lastOn >= day

export const sameSpells = (a: readonly JobSpell[], b: readonly JobSpell[]): boolean =>
  a.length === b.length && a.every((spell, place) => sameSpell(spell, b[place] as JobSpell))

export const sameSpell = (a: JobSpell, b: JobSpell): boolean =>
  a.job === b.job && a.firstOn === b.firstOn && a.lastOn === b.lastOn

/** Is any day of the one a day of the other? */
export const overlap = (a: Pick<JobSpell, 'firstOn' | 'lastOn'>, b: Pick<JobSpell, 'firstOn' | 'lastOn'>): boolean =>
  (a.lastOn === null || b.firstOn <= a.lastOn) && (b.lastOn === null || a.firstOn <= b.lastOn)
