import type { Day, Instant } from '#base/dates.ts'
import type { CourseDocument } from '#courses/course.ts'
import { keep } from '#db/keep.ts'
import type { Reading } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import { type DeclaredFact, declaredFacts } from './declared-facts.ts'
import { addressKey, type LocalText, localValues } from './local-values.ts'

/** A text that stands now, with who filled it in and when. */
export interface LocalFact extends LocalText {
  id: string
  at: Instant
  /** Null when that person was erased. */
  byName: string | null
}

const columns = [
  'local_facts.id',
  'local_facts.key',
  'local_facts.venue_id',
  'local_facts.value_da',
  'local_facts.value_en',
  'local_facts.written_at',
] as const

/** What the town, or a venue, has filled in now. */
export async function localFactsOf(db: Reading, venueId: string | null): Promise<LocalFact[]> {
  const rows = await db
    .selectFrom('local_facts')
    .leftJoin('people', 'people.id', 'local_facts.written_by')
    .select([...columns, 'people.name'])
    .where('local_facts.superseded_at', 'is', null)
    .where('local_facts.venue_id', venueId === null ? 'is' : '=', venueId)
    .orderBy('local_facts.key')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    venueId: row.venue_id,
    da: row.value_da,
    en: row.value_en,
    at: row.written_at,
    byName: row.name,
  }))
}

/** The local facts of courses that the town has no text for; each venue's own address stands for itself, and so does what is usual. */
export async function unfilledIn(db: Reading, courses: readonly CourseDocument[]): Promise<DeclaredFact[]> {
  const filled = new Set([addressKey, ...(await localFactsOf(db, null)).map(({ key }) => key)])
  return declaredFacts(courses).filter(({ key, usual }) => !usual && !filled.has(key))
}

/** What stood in a row when somebody saw it, also once it was superseded. */
export async function localFactText(db: Reading, id: string): Promise<{ da: string; en: string } | null> {
  const row = await db
    .selectFrom('local_facts')
    .select(['value_da', 'value_en'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { da: row.value_da, en: row.value_en } : null
}

export async function supersedeLocalFact(
  db: Reading,
  { key, venueId }: Pick<LocalFact, 'key' | 'venueId'>,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('local_facts')
    .set({ superseded_at: at })
    .where('key', '=', key)
    .where('venue_id', venueId === null ? 'is' : '=', venueId)
    .where('superseded_at', 'is', null)
    .execute()
}

export async function saveLocalFact(db: Reading, fact: Omit<LocalFact, 'byName'> & { by: string }): Promise<void> {
  await db
    .insertInto('local_facts')
    .values({
      id: fact.id,
      key: fact.key,
      venue_id: fact.venueId,
      value_da: fact.da,
      value_en: fact.en,
      written_at: fact.at,
      written_by: fact.by,
      superseded_at: null,
    })
    .execute()
}

/** Where a person works on a day, confirmed or not: whoever has just joined needs the right meeting point at once. By name. */
const findWorkplaces = keep((db) =>
  db
    .selectFrom('employment_facts as fact')
    .innerJoin('venues', 'venues.id', 'fact.venue_id')
    .select(['venues.id', 'venues.name', 'venues.address'])
    .distinct()
    .where('fact.person_id', '=', ':person')
    .where('fact.superseded_at', 'is', null)
    .where('fact.first_on', '<=', ':day')
    .where((where) => where.or([where('fact.last_on', 'is', null), where('fact.last_on', '>=', ':day')]))
    .orderBy('venues.name')
    .orderBy('venues.id'),
)

const findLocalFacts = keep((db) =>
  db
    .selectFrom('local_facts')
    .select(['key', 'venue_id as venueId', 'value_da as da', 'value_en as en'])
    .where('superseded_at', 'is', null)
    .where((where) =>
      where.or([
        where('venue_id', 'is', null),
        where(
          'venue_id',
          'in',
          where
            .selectFrom('employment_facts as fact')
            .select('fact.venue_id')
            .where('fact.person_id', '=', ':person')
            .where('fact.superseded_at', 'is', null)
            .where('fact.first_on', '<=', ':day')
            .where((held) => held.or([held('fact.last_on', 'is', null), held('fact.last_on', '>=', ':day')])),
        ),
      ]),
    ),
)

/** What stands for each `{{lokalt:key}}` when this person reads on this day; a key that is not here shows its neutral text. Plain text. */
export async function localValuesFor(
  db: Reading,
  { personId, day, language }: { personId: string; day: Day; language: Language },
): Promise<Record<string, string>> {
  const values = { ':person': personId, ':day': day } as const
  const { rows: workplaces } = await findWorkplaces(db, values)
  const { rows: facts } = await findLocalFacts(db, values)
  return localValues(facts, workplaces, language)
}

/** What stands for each `{{lokalt:key}}` for whoever the town does not know. Plain text. */
export async function townValues(db: Reading, language: Language): Promise<Record<string, string>> {
  return localValues(await localFactsOf(db, null), [], language)
}
