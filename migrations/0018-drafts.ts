import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** What trainers are writing: one row a file and writer who did not know of the other, until it is published or settled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('drafts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.references('source_files.sha256'))
      .addColumn('started_from', 'text', (column) => column.references('source_files.sha256'))
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('written_by', 'text', (column) => column.notNull())
      .addColumn('sitting', 'text')
      .addColumn('superseded_at', 'text')
      .addColumn('superseded_by', 'text'),
  ).execute()
  await db.schema.createIndex('drafts_by_file').on('drafts').columns(['course_id', 'path']).execute()

  await strict(
    db.schema
      .createTable('uploaded_pictures')
      .addColumn('sha256', 'text', (column) => column.notNull().references('source_files.sha256'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('alt_da', 'text', (column) => column.notNull())
      .addColumn('alt_en', 'text', (column) => column.notNull())
      .addColumn('contains_text', 'integer', (column) => column.notNull())
      .addColumn('uploaded_at', 'text', (column) => column.notNull())
      .addColumn('uploaded_by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('uploaded_pictures_key', ['course_id', 'path', 'sha256']),
  ).execute()
}
