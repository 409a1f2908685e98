import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('audit_events')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('venue_id', 'text')
      .addColumn('particulars', 'text', (column) => column.notNull()),
  ).execute()

  await db.schema.createIndex('audit_events_by_person').on('audit_events').columns(['person_id', 'at']).execute()
  await db.schema.createIndex('audit_events_by_venue').on('audit_events').columns(['venue_id', 'at']).execute()
}
