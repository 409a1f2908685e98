import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Letters to send, and what people are told when they come by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('letters')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('once', 'text', (column) => column.notNull().unique())
      .addColumn('person_id', 'text', (column) => column.references('people.id'))
      .addColumn('to_address', 'text', (column) => column.notNull())
      .addColumn('to_name', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('text', 'text')
      .addColumn('html', 'text')
      .addColumn('secret', 'integer', (column) => column.notNull())
      .addColumn('queued_at', 'text', (column) => column.notNull())
      .addColumn('next_try_at', 'text', (column) => column.notNull())
      .addColumn('leased_until', 'text')
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('fault', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('given_up_at', 'text')
      .addColumn('held_at', 'text')
      .addColumn('handed_over_at', 'text')
      .addColumn('handed_over_by', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('notices')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('particulars', 'text', (column) => column.notNull())
      .addColumn('told_at', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'text'),
  ).execute()

  await db.schema.createIndex('letters_to_send').on('letters').columns(['sent_at', 'next_try_at']).execute()
  await db.schema.createIndex('letters_by_person').on('letters').columns(['person_id']).execute()
  await db.schema.createIndex('notices_by_person').on('notices').columns(['person_id', 'seen_at']).execute()
}
