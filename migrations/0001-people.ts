import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('probe')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('at', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('partnership')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('founded_at', 'text', (column) => column.notNull())
      .addColumn('demo_at', 'text')
      .addCheckConstraint('partnership_is_one', sql`id = 'partnership'`),
  ).execute()

  await strict(
    db.schema
      .createTable('venues')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('slug', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addCheckConstraint('venue_slug_not_empty', sql`slug <> ''`),
  ).execute()

  await strict(
    db.schema
      .createTable('join_codes')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('venue_id', 'text', (column) => column.notNull().references('venues.id'))
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('replaced_at', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('people')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text')
      .addColumn('search_name', 'text')
      .addColumn('login', 'text', (column) => column.unique())
      .addColumn('password_hash', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'text', (column) => column.notNull())
      .addCheckConstraint('people_language', sql`language in ('da', 'en')`),
  ).execute()

  await strict(
    db.schema
      .createTable('employments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('venue_id', 'text', (column) => column.notNull().references('venues.id')),
  ).execute()

  await strict(
    db.schema
      .createTable('employment_facts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('employment_id', 'text', (column) => column.notNull().references('employments.id'))
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('venue_id', 'text', (column) => column.notNull().references('venues.id'))
      .addColumn('job', 'text', (column) => column.notNull())
      .addColumn('first_on', 'text', (column) => column.notNull())
      .addColumn('last_on', 'text')
      .addColumn('confirmed_at', 'text')
      .addColumn('confirmed_by', 'text')
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('superseded_at', 'text')
      .addCheckConstraint('employment_days_in_order', sql`last_on is null or last_on >= first_on`)
      .addCheckConstraint('employment_confirmed_by_someone', sql`(confirmed_at is null) = (confirmed_by is null)`),
  ).execute()

  await strict(
    db.schema
      .createTable('role_facts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('venue_id', 'text', (column) => column.references('venues.id'))
      .addColumn('first_on', 'text', (column) => column.notNull())
      .addColumn('last_on', 'text')
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('superseded_at', 'text')
      .addCheckConstraint('role_known', sql`role in ('manager', 'trainer', 'association', 'partner')`)
      .addCheckConstraint('manager_has_a_venue', sql`(role = 'manager') = (venue_id is not null)`),
  ).execute()

  await db.schema.createIndex('join_codes_by_venue').on('join_codes').columns(['venue_id']).execute()
  await db.schema.createIndex('people_by_search_name').on('people').columns(['search_name']).execute()
  await db.schema.createIndex('employments_by_person').on('employments').columns(['person_id']).execute()
  await db.schema
    .createIndex('employment_facts_by_venue')
    .on('employment_facts')
    .columns(['venue_id', 'person_id', 'first_on', 'last_on'])
    .execute()
  await db.schema.createIndex('employment_facts_by_person').on('employment_facts').columns(['person_id']).execute()
  await db.schema
    .createIndex('employment_facts_by_employment')
    .on('employment_facts')
    .columns(['employment_id'])
    .execute()
  await db.schema.createIndex('role_facts_by_person').on('role_facts').columns(['person_id']).execute()
}
