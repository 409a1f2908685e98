import { type Compilable, type CompiledQuery, type QueryResult, sql } from 'kysely'
import type { Reading } from './work.ts'

/**
 * A query that is built once for each database and run with other values ever after: building costs ten times what running does, and
 * these are the queries of the pages asked for most. `values` stand in the query as themselves, such as `:person`.
 */
export function keep<Row>(build: (db: Reading) => Compilable<Row>) {
  const built = new WeakMap<object, CompiledQuery<Row>>()
  return (db: Reading, values: Readonly<Record<`:${string}`, string | number | null>>): Promise<QueryResult<Row>> => {
    // Transactions come and go; the adapter is the same for all of one database.
    const { adapter } = db.getExecutor()
    const query = built.get(adapter) ?? build(db).compile()
    built.set(adapter, query)
    const parameters = query.parameters.map((one) => (isNamed(one, values) ? values[one] : one))
    return db.executeQuery({ ...query, parameters })
  }
}

const isNamed = <Names extends object>(parameter: unknown, values: Names): parameter is keyof Names & string =>
  typeof parameter === 'string' && Object.hasOwn(values, parameter)

/**
 * Hides a value from SQLite's planner: built with STAT4 it plans a join anew whenever a bound value changes, which costs ten times
 * the query itself.
 */
export const unplanned = (name: `:${string}`) => sql<string>`(select ${name})`
