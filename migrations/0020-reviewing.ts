import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Asking somebody to look at a text, what they say of it, and who has signed it off as what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('review_requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('to_name', 'text', (column) => column.notNull())
      .addColumn('message', 'text')
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('asked_by', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('done_at', 'text')
      .addColumn('ended_at', 'text'),
  ).execute()
  await db.schema.createIndex('review_requests_by_course').on('review_requests').columns(['course_id']).execute()

  await strict(
    db.schema
      .createTable('review_comments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('request_id', 'text', (column) => column.notNull().references('review_requests.id'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'text')
      .addColumn('settled_by', 'text'),
  ).execute()
  await db.schema.createIndex('review_comments_by_request').on('review_comments').columns(['request_id']).execute()

  await strict(
    db.schema
      .createTable('sign_offs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('request_id', 'text', (column) => column.references('review_requests.id'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('module_sha256', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('signed_at', 'text', (column) => column.notNull())
      .addColumn('signed_on', 'text', (column) => column.notNull())
      .addColumn('withdrawn_at', 'text'),
  ).execute()
  await db.schema.createIndex('sign_offs_by_module').on('sign_offs').columns(['course_id', 'module_id']).execute()

  await strict(
    db.schema
      .createTable('revision_sign_offs')
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('sign_off_id', 'text', (column) => column.notNull().references('sign_offs.id'))
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('revision_sign_offs_key', ['revision_id', 'sign_off_id']),
  ).execute()
}
