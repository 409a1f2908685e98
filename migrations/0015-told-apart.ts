import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Two people who look like one, and of whom the association has said that they are two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('told_apart')
      .addColumn('one_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('other_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('told_at', 'text', (column) => column.notNull())
      .addColumn('told_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('told_apart_key', ['one_id', 'other_id']),
  ).execute()
}
