import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Rounds of a module's exercise, drawn by the server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('exercise_rounds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('enrolment_id', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('drawn_on', 'text', (column) => column.notNull())
      .addColumn('guests', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('answers', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('right_count', 'integer')
      .addColumn('passed_at', 'text')
      .addCheckConstraint('round_passed_when_answered', sql`passed_at is null or passed_at = answered_at`)
      .addCheckConstraint('round_marked_when_answered', sql`(answered_at is null) = (right_count is null)`),
  ).execute()

  await db.schema
    .createIndex('exercise_rounds_by_enrolment')
    .on('exercise_rounds')
    .columns(['enrolment_id', 'module_id'])
    .execute()
  await sql`create unique index one_open_round on exercise_rounds (enrolment_id, module_id, drawn_on) where answered_at is null`.execute(
    db,
  )
}
