import { addMonths, type Day, dayOf, endOf, type Instant, instantOf, isDay, nightOf } from '#base/dates.ts'

/** For which day, and with the knowledge of which instant. */
export interface Asked {
  on: Day
  knownAt: Instant
  /** The past day to whose end we remember; null = everything we know now. */
  known: Day | null
  today: Day
  /** The day tonight belongs to: yesterday's until six in the morning. */
  night: Day
}

export type AskedFault = 'no-day' | 'too-far' | 'not-over'

export interface AskedForm {
  asked: Asked
  faults: { on: AskedFault | null; known: AskedFault | null }
  typed: { on: string; known: string }
}

const yearsAhead = 2

/**
 * Reads `?on=` and `?known=`: any day up to two years from now, as known now or at the end of a day that is over (today's knowledge still
 * grows, and an answer must not change). With a fault in either, what is asked is today as known now.
 */
export function readAsked(query: unknown, now: Date): AskedForm {
  const today = dayOf(now)
  const typed = { on: textIn(query, 'on'), known: textIn(query, 'known') }
  const faults = { on: faultOfOn(typed.on, today), known: faultOfKnown(typed.known, today) }
  const fine = faults.on === null && faults.known === null
  const known = fine && typed.known !== '' ? typed.known : null
  const on = fine && typed.on !== '' ? typed.on : today
  return {
    asked: { on, knownAt: known === null ? instantOf(now) : endOf(known), known, today, night: nightOf(now) },
    faults,
    typed,
  }
}

function faultOfOn(text: string, today: Day): AskedFault | null {
  if (text === '') return null
  if (!isDay(text)) return 'no-day'
  return text > lastAsked(today) ? 'too-far' : null
}

function faultOfKnown(text: string, today: Day): AskedFault | null {
  if (text === '') return null
  if (!isDay(text)) return 'no-day'
  return text >= today ? 'not-over' : null
}

/** The last day that can be asked for. */
export const lastAsked = (today: Day): Day => addMonths(today, yearsAhead * 12)

export const sorts = ['name', 'coverage', 'late', 'people'] as const
export type Sort = (typeof sorts)[number]
export interface Order {
  sort: Sort
  direction: 'asc' | 'desc'
  /** From 1. */
  page: number
}

/** Reads `?sort=`, `?direction=` and `?page=`; what is not known is by name, from the first page. Names begin at A, figures with the largest, coverage with the smallest. */
export function readOrder(query: unknown): Order {
  const sort = sorts.find((one) => one === textIn(query, 'sort')) ?? 'name'
  const asked = textIn(query, 'direction')
  const direction = asked === 'asc' || asked === 'desc' ? asked : firstDirection(sort)
  const page = textIn(query, 'page')
  return { sort, direction, page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 }
}

export const firstDirection = (sort: Sort): Order['direction'] =>
  sort === 'name' || sort === 'coverage' ? 'asc' : 'desc'

/** The first value of a field, without the space around it; nothing when it is missing. */
function textIn(query: unknown, name: string): string {
  const value = (query as Record<string, unknown> | null)?.[name]
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.trim() : ''
}
