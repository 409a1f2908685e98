import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Tables } from '#db/schema/tables.ts'
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

/** The condition that it counts in the coverage of the day: believed, and the day is one of its days. */
export function countsOn(when: When): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'employment_facts'>()
  return where.and([
    where('employment_facts.first_on', '<=', when.on),
    where.or([where('employment_facts.last_on', 'is', null), where('employment_facts.last_on', '>=', when.on)]),
    believedAt(when),
  ])
}
