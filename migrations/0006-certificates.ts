import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('certificates')
      .addColumn('number', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('enrolment_id', 'text', (column) => column.notNull().unique())
      .addColumn('holder_name', 'text')
      .addColumn('name_salt', 'text', (column) => column.notNull())
      .addColumn('name_sha256', 'text', (column) => column.notNull())
      .addColumn('snapshot', 'text', (column) => column.notNull())
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('issued_on', 'text', (column) => column.notNull())
      .addColumn('last_on', 'text')
      .addCheckConstraint('certificate_days_in_order', sql`last_on is null or last_on >= issued_on`),
  ).execute()

  await strict(
    db.schema
      .createTable('certificate_endings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('certificate_number', 'text', (column) => column.notNull().references('certificates.number'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('from_on', 'text', (column) => column.notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addCheckConstraint('ending_known', sql`kind in ('revoked', 'withdrawn')`),
  ).execute()

  await db.schema
    .createIndex('certificates_by_person')
    .on('certificates')
    .columns(['person_id', 'course_id', 'last_on', 'issued_on', 'issued_at', 'number'])
    .execute()
  await db.schema
    .createIndex('certificate_endings_by_certificate')
    .on('certificate_endings')
    .columns(['certificate_number', 'from_on', 'written_at'])
    .execute()
}
