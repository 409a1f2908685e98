import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { type Overdue, overdueOn } from '#certificates/counting-store.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { atOpenVenue, closedVenues } from '#people/closing-store.ts'
import type { Asked } from './forms.ts'

/** What is asked of the facts. */
export type When = Pick<Asked, 'on' | 'knownAt'>

/** The condition that a row of `employment_facts` is confirmed and believed at the instant. */
export function believedAt({ knownAt }: Pick<When, 'knownAt'>): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'employment_facts'>()
  return where.and([
    where('employment_facts.confirmed_at', 'is not', null),
    where('employment_facts.written_at', '<=', knownAt),
    where.or([
      where('employment_facts.superseded_at', 'is', null),
      where('employment_facts.superseded_at', '>', knownAt),
    ]),
  ])
}

/** The condition that it counts in the coverage of the day at a venue open then: believed, and the day is one of its days. */
export function countsOn(when: When): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'employment_facts'>()
  return where.and([
    where('employment_facts.first_on', '<=', when.on),
    where.or([where('employment_facts.last_on', 'is', null), where('employment_facts.last_on', '>=', when.on)]),
    believedAt(when),
  ])
}

/** What is asked of a whole town, with the ids of the venues closed on the day and the pages that were to be read again before it. */
export interface TownWhen extends When {
  closed: ReadonlySet<string>
  overdue: readonly Overdue[]
}

/** Asked once for all figures of a town: as long as no venue is closed and nothing is overdue, none of its queries has to look. */
export const inTown = async (db: Reading, when: When): Promise<TownWhen> => ({
  on: when.on,
  knownAt: when.knownAt,
  closed: await closedVenues(db, when),
  overdue: await overdueOn(db, when),
})

/** The condition that a row counts in the coverage of the town: as above, at a venue open on the day. */
export const countsInTown = (when: TownWhen): Expression<SqlBool> =>
  when.closed.size === 0
    ? countsOn(when)
    : expressionBuilder<Tables, 'employment_facts'>().and([countsOn(when), atOpenVenue(when)])
