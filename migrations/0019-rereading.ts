import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Pages that holders of valid certificates have to read again, and who has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('reread_pages')
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('page_id', 'text', (column) => column.notNull())
      .addColumn('days', 'integer', (column) => column.notNull())
      .addColumn('due_on', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('asked_on', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reread_pages_key', ['revision_id', 'module_id', 'page_id']),
  ).execute()
  await db.schema.createIndex('reread_pages_by_course').on('reread_pages').columns(['course_id', 'number']).execute()

  await db.schema
    .alterTable('enrolments')
    .addColumn('renews', 'text', (column) => column.references('enrolments.id'))
    .execute()
  await db.schema.alterTable('enrolments').addColumn('pages', 'text').execute()
  await sql`drop index one_open_enrolment`.execute(db)
  await sql`create unique index one_open_enrolment on enrolments (person_id, course_id) where completed_at is null and renews is null`.execute(
    db,
  )
  await sql`create unique index one_open_short_renewal on enrolments (renews) where completed_at is null and renews is not null`.execute(
    db,
  )

  await strict(
    db.schema
      .createTable('rereadings')
      .addColumn('earned_in', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('done_in', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('done_at', 'text', (column) => column.notNull())
      .addColumn('done_on', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('rereadings_key', ['earned_in', 'number']),
  ).execute()
}
