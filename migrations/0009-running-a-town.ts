import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Venues that close and reopen, people who leave or turn out to be the same, employments offered to somebody who has an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await db.schema
    .alterTable('venues')
    .addColumn('open_after_02', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('partnership').addColumn('signatory_name', 'text').execute()
  await db.schema.alterTable('partnership').addColumn('signatory_title', 'text').execute()
  await db.schema.alterTable('partnership').addColumn('contact', 'text').execute()
  await db.schema
    .alterTable('partnership')
    .addColumn('languages', 'text', (column) => column.notNull().defaultTo('da,en'))
    .execute()
  await db.schema.alterTable('partnership').addColumn('logo_sha256', 'text').execute()
  await db.schema.alterTable('people').addColumn('erased_at', 'text').execute()
  await db.schema.alterTable('people').addColumn('merged_into_id', 'text').execute()
  await db.schema.alterTable('people').addColumn('merged_at', 'text').execute()
  await db.schema.alterTable('people').addColumn('former_login', 'text').execute()

  await strict(
    db.schema
      .createTable('venue_closings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('venue_id', 'text', (column) => column.notNull().references('venues.id'))
      .addColumn('first_on', 'text', (column) => column.notNull())
      .addColumn('last_on', 'text')
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('superseded_at', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('employment_offers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('venue_id', 'text', (column) => column.notNull().references('venues.id'))
      .addColumn('job', 'text', (column) => column.notNull())
      .addColumn('first_on', 'text', (column) => column.notNull())
      .addColumn('offered_at', 'text', (column) => column.notNull())
      .addColumn('offered_by', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'text')
      .addColumn('accepted_employment_id', 'text', (column) => column.references('employments.id')),
  ).execute()

  await db.schema.createIndex('venue_closings_by_venue').on('venue_closings').columns(['venue_id']).execute()
  await db.schema.createIndex('employment_offers_by_person').on('employment_offers').columns(['person_id']).execute()
  await db.schema.createIndex('employment_offers_by_venue').on('employment_offers').columns(['venue_id']).execute()
  await db.schema.createIndex('role_facts_by_role').on('role_facts').columns(['role', 'venue_id']).execute()
}
