import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** How the town presents itself, and the facts its course text leaves open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('logos')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('png', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('added_at', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('local_facts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('venue_id', 'text', (column) => column.references('venues.id'))
      .addColumn('value_da', 'text', (column) => column.notNull())
      .addColumn('value_en', 'text', (column) => column.notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('superseded_at', 'text'),
  ).execute()

  await db.schema.createIndex('local_facts_by_key').on('local_facts').columns(['key', 'venue_id']).execute()
}
