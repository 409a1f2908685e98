import type { Day } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import { isAgreed } from './agreement.ts'

/**
 * The venues where a person has a confirmed employment on a day that she agreed to: by joining, by accepting an offer or by opening the account
 * a venue made for her. Nobody agrees to anything before there is a password.
 */
export async function agreedVenuesOf(db: Reading, personId: string, day: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .innerJoin('people', 'people.id', 'employment_facts.person_id')
    .select(['employment_facts.employment_id', 'employment_facts.venue_id'])
    .where('people.password_hash', 'is not', null)
    .where('employment_facts.person_id', '=', personId)
    .where('employment_facts.superseded_at', 'is', null)
    .where('employment_facts.confirmed_at', 'is not', null)
    .where('employment_facts.first_on', '<=', day)
    .where((where) =>
      where.or([where('employment_facts.last_on', 'is', null), where('employment_facts.last_on', '>=', day)]),
    )
    .execute()
  const agreed = await agreedIdsOf(db, personId, day)
  return [...new Set(rows.flatMap((row) => (agreed.has(row.employment_id) ? [row.venue_id] : [])))].sort()
}

/** The ids of the employments of which a person's own word stands on a day. */
export async function agreedIdsOf(db: Reading, personId: string, day: Day): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('employment_facts')
    .select(['employment_id', 'last_on', 'written_at', 'written_by', 'superseded_at'])
    .where('person_id', '=', personId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const written = Map.groupBy(rows, (row) => row.employment_id)
  return new Set([...written].flatMap(([id, own]) => (isAgreed(own, personId, day) ? [id] : [])))
}
