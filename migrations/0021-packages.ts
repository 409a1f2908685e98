import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Courses that came as a file and wait for a trainer to take them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = db.schema
    .createTable('packages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('course_id', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull().unique())
    .addColumn('zip', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('received_by', 'text', (column) => column.notNull())
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (onSqlite ? table.modifyEnd(sql`strict`) : table).execute()
}
