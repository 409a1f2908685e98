import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { searchable } from '#base/text.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'

/** A record of a person, whatever became of it. */
export interface PersonRecord {
  id: string
  /** Null once erased. */
  name: string | null
  /** Has a password: an account that nobody has opened yet was only made for somebody. */
  claimed: boolean
  erasedAt: string | null
  /** Who it turned out to be as well. */
  mergedIntoId: string | null
}

/** Null when there never was one. */
export async function findRecord(db: Reading, personId: string): Promise<PersonRecord | null> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'name', 'password_hash', 'erased_at', 'merged_into_id'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const { id, name } = row
  return {
    id,
    name,
    claimed: row.password_hash !== null,
    erasedAt: row.erased_at,
    mergedIntoId: row.merged_into_id,
  }
}

export interface PeopleFound {
  people: readonly { id: string; name: string; claimed: boolean }[]
  /** How many there are in all. */
  all: number
}

/**
 * The people whose names hold every word of a text, in any order, with Danish letters and accents folded; everybody for an empty text. By
 * name, from `from` (0 = the first), `most` at a time. Nobody who was erased or turned out to be another.
 */
export async function searchPeople(
  db: Reading,
  text: string,
  { from, most }: { from: number; most: number },
): Promise<PeopleFound> {
  const fits = holdsWords(searchable(text).split(' ').filter(Boolean))
  const rows = await db
    .selectFrom('people')
    .select(['people.id', 'people.name', 'people.password_hash'])
    .where(fits)
    .orderBy('people.search_name')
    .orderBy('people.id')
    .limit(most)
    .offset(from)
    .execute()
  const count = await db
    .selectFrom('people')
    .select(({ fn }) => fn.countAll<number | string>().as('all'))
    .where(fits)
    .executeTakeFirstOrThrow()
  return {
    people: rows.map((row) => ({ id: row.id, name: row.name ?? '', claimed: row.password_hash !== null })),
    all: Number(count.all),
  }
}

function holdsWords(words: readonly string[]): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'people'>()
  return where.and([
    where('people.search_name', 'is not', null),
    where('people.name', 'is not', null),
    where('people.erased_at', 'is', null),
    where('people.merged_into_id', 'is', null),
    ...words.map((word) => sql<SqlBool>`people.search_name like ${`%${literal(word)}%`} escape '!'`),
  ])
}

/** A per cent sign or an underscore that was typed is searched for as such. */
const literal = (word: string) => word.replaceAll(/[!%_]/g, '!$&')
