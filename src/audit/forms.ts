import { addDays, type Day, endOf, type Instant, isDay } from '#base/dates.ts'
import { searchable } from '#base/text.ts'
import { type ActionKind, isActionKind } from './actions.ts'
import type { Cursor } from './store.ts'

/** What was asked of the audit. */
export interface Asked {
  /** Looked for by name, folded; empty for nobody. */
  name: string
  personId: string | null
  /** Short name of a venue. */
  venue: string | null
  kind: ActionKind | null
  from: Instant | null
  to: Instant | null
  before: Cursor | null
  /** As typed, to be shown again and to be kept in links. */
  typed: Readonly<Record<'name' | 'person' | 'venue' | 'kind' | 'from' | 'to', string>>
  /** Fields that hold no day. */
  noDay: readonly ('from' | 'to')[]
}

const cursor = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\w{1,40})$/

/** Reads `?name= &person= &venue= &kind= &from= &to= &before=`. What is not understood is left out; a day that is none is named. */
export function readAsked(query: unknown): Asked {
  const text = (name: string): string => {
    const value = (query as Record<string, unknown> | null)?.[name]
    return typeof value === 'string' ? value.trim().slice(0, 100) : ''
  }
  const typed = {
    name: text('name'),
    person: text('person'),
    venue: text('venue'),
    kind: text('kind'),
    from: text('from'),
    to: text('to'),
  }
  const [, at, id] = cursor.exec(text('before')) ?? []
  const noDay = (['from', 'to'] as const).filter((name) => typed[name] !== '' && !isDay(typed[name]))
  const day = (name: 'from' | 'to'): Day | null => (isDay(typed[name]) ? typed[name] : null)
  const from = day('from')
  const to = day('to')
  return {
    name: searchable(typed.name).replaceAll(/[%_\\]/g, ''),
    personId: typed.person || null,
    venue: typed.venue || null,
    kind: isActionKind(typed.kind) ? typed.kind : null,
    from: from && startOf(from),
    to: to && endOf(to),
    before: at && id ? { at, id } : null,
    typed,
    noDay,
  }
}

/** The first instant of a civil day in Copenhagen. */
const startOf = (day: Day): Instant => new Date(Date.parse(endOf(addDays(day, -1))) + 1).toISOString()
