import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import type { Reading } from '#db/work.ts'

/**
 * A query that is built once for each database and run with other values ever after: building costs ten times what running does, and
 * these are the queries of the pages asked for most. `values` stand in the query as themselves, such as `:person`.
 */
export function keep<Row>(build: (db: Reading) => Compilable<Row>) {
  const built = new WeakMap<object, CompiledQuery<Row>>()
  return (db: Reading, values: Readonly<Record<`:${string}`, string>>): Promise<QueryResult<Row>> => {
    // Transactions come and go; the adapter is the same for all of one database.
    const { adapter } = db.getExecutor()
    const query = built.get(adapter) ?? build(db).compile()
    built.set(adapter, query)
    const parameters = query.parameters.map((one) => values[one as `:${string}`] ?? one)
    return db.executeQuery({ ...query, parameters })
  }
}
