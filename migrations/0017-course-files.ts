import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** The files a revision was made from, so that a town can go on writing; and what the software last brought along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('source_files')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('encoding', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('revision_files')
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull().references('source_files.sha256'))
      .addPrimaryKeyConstraint('revision_files_key', ['revision_id', 'path']),
  ).execute()

  await strict(
    db.schema
      .createTable('shipped_files')
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.references('source_files.sha256'))
      .addColumn('settled_sha256', 'text', (column) => column.references('source_files.sha256'))
      .addPrimaryKeyConstraint('shipped_files_key', ['course_id', 'path']),
  ).execute()

  await db.schema
    .alterTable('revisions')
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('shipped'))
    .execute()
  await db.schema.alterTable('revisions').addColumn('note', 'text').execute()
}
