import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '#base/clock.ts'
import { type Day, dayOf, type Instant, instantOf } from '#base/dates.ts'
import type { Actor } from '#policy.ts'
import type { Tables } from './schema/tables.ts'

/** A handle that reads: the database itself, or a transaction of it. */
export type Reading = Kysely<Tables>

export interface Source {
  db: Kysely<Tables>
  clock: Clock
  newId(): string
}

/** One transaction, one instant, one actor. Whatever changes data is given this and nothing wider. */
export interface Work {
  db: Transaction<Tables>
  now: Date
  /** `now` as it is stored. */
  at: Instant
  /** The civil day of `now` in Copenhagen. */
  today: Day
  newId(): string
  actor: Actor
}

export function inWork<T>(source: Source, actor: Actor, task: (work: Work) => Promise<T>): Promise<T> {
  return source.db.transaction().execute((db) => {
    const now = source.clock()
    return task({ db, now, at: instantOf(now), today: dayOf(now), newId: source.newId, actor })
  })
}
