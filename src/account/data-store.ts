import { sql } from 'kysely'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { kept } from './kept.ts'

export type Row = Readonly<Record<string, unknown>>

/** Whose data is asked for: the ids of the person, records merged into her included. */
export interface Whose {
  selves: readonly string[]
}

/** The rows of one table that are about a person, with the columns that are told. */
export async function rowsAbout(db: Reading, table: keyof Tables, whose: Whose): Promise<Row[]> {
  const { of = [], told = [] } = kept[table] ?? {}
  if (of.length === 0) return []
  const columns = told.map((column) => sql.ref(`${table}.${column}`))
  const ties = of.map(([column, what]) => sql`${sql.ref(`${table}.${column}`)} in (${idsOf(db, what, whose)})`)
  const { rows } =
    await sql<Row>`select ${sql.join(columns)} from ${sql.table(table)} where ${sql.join(ties, sql` or `)}`.execute(db)
  const when =
    ['written_at', ...told].find((column) => /(^|_)at$/.test(column) && told.includes(column as never)) ?? told[0]
  return rows.toSorted((a, b) => byText(String(a[when as string]), String(b[when as string])))
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function idsOf(db: Reading, what: 'person' | 'enrolment' | 'attempt' | 'certificate', { selves }: Whose) {
  const ids = [...selves]
  switch (what) {
    case 'person':
      return sql.join(ids)
    case 'enrolment':
      return db.selectFrom('enrolments').select('id').where('person_id', 'in', ids)
    case 'attempt':
      return db.selectFrom('attempts').select('id').where('person_id', 'in', ids)
    case 'certificate':
      return db.selectFrom('certificates').select('number').where('person_id', 'in', ids)
  }
}

/** What somebody did that was not about herself: when, what and where, and nothing of whom it was about. */
export async function actsOf(db: Reading, { selves }: Whose): Promise<Row[]> {
  return db
    .selectFrom('audit_events')
    .select(['at', 'action', 'venue_id'])
    .where('actor_id', 'in', selves)
    .where((where) => where.or([where('person_id', 'is', null), where('person_id', 'not in', selves)]))
    .orderBy('at')
    .execute()
}
