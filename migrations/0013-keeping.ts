import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Who looked at whose data, and the copies made of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('looks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('looker_id', 'text', (column) => column.notNull())
      .addColumn('looker_role', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text')
      .addColumn('venue_id', 'text')
      .addColumn('looked_on', 'text', (column) => column.notNull())
      .addColumn('looked_at', 'text', (column) => column.notNull()),
  ).execute()

  await db.schema
    .createIndex('looks_once_a_day')
    .on('looks')
    .columns(['looker_id', 'kind', 'looked_on', 'person_id', 'venue_id'])
    .execute()
  await db.schema.createIndex('looks_by_person').on('looks').columns(['person_id', 'looked_on']).execute()
  await db.schema.createIndex('looks_by_venue').on('looks').columns(['venue_id', 'looked_on']).execute()
  await db.schema.createIndex('audit_events_by_instant').on('audit_events').columns(['at', 'id']).execute()
  await db.schema.createIndex('audit_events_by_action').on('audit_events').columns(['action', 'at']).execute()

  await strict(
    db.schema
      .createTable('backups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('asked_by', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text')
      .addColumn('finished_at', 'text')
      .addColumn('file', 'text')
      .addColumn('bytes', 'integer')
      .addColumn('sha256', 'text')
      .addColumn('fault', 'text'),
  ).execute()
}
