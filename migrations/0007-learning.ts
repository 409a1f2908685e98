import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('enrolments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('course_id', 'text', (column) => column.notNull())
      .addColumn('revision_id', 'text', (column) => column.notNull().references('revisions.id'))
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('completed_at', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('page_readings')
      .addColumn('enrolment_id', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('page_id', 'text', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('read_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('page_readings_key', ['enrolment_id', 'module_id', 'page_id', 'round']),
  ).execute()

  await strict(
    db.schema
      .createTable('situation_steps')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('enrolment_id', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('step_id', 'text', (column) => column.notNull())
      .addColumn('choice', 'integer', (column) => column.notNull())
      .addColumn('next_step_id', 'text', (column) => column.notNull())
      .addColumn('ending', 'text')
      .addColumn('taken_at', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('attempts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('enrolment_id', 'text', (column) => column.notNull().references('enrolments.id'))
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('module_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('asked', 'text', (column) => column.notNull())
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('submitted_at', 'text')
      .addColumn('right_count', 'integer')
      .addColumn('question_count', 'integer', (column) => column.notNull())
      .addColumn('passed_at', 'text')
      .addUniqueConstraint('attempt_number_once', ['enrolment_id', 'module_id', 'number'])
      .addCheckConstraint('attempt_passed_when_submitted', sql`passed_at is null or passed_at = submitted_at`)
      .addCheckConstraint('attempt_marked_when_submitted', sql`(submitted_at is null) = (right_count is null)`),
  ).execute()

  await strict(
    db.schema
      .createTable('answers')
      .addColumn('attempt_id', 'text', (column) => column.notNull().references('attempts.id'))
      .addColumn('question_id', 'text', (column) => column.notNull())
      .addColumn('choice', 'text', (column) => column.notNull())
      .addColumn('answered_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('answers_key', ['attempt_id', 'question_id']),
  ).execute()

  await db.schema.createIndex('enrolments_by_person').on('enrolments').columns(['person_id', 'course_id']).execute()
  await db.schema
    .createIndex('situation_steps_by_enrolment')
    .on('situation_steps')
    .columns(['enrolment_id', 'module_id'])
    .execute()
  await db.schema.createIndex('attempts_by_person').on('attempts').columns(['person_id']).execute()
  await sql`create unique index one_open_attempt on attempts (enrolment_id, module_id) where submitted_at is null`.execute(
    db,
  )
  await sql`create unique index one_open_enrolment on enrolments (person_id, course_id) where completed_at is null`.execute(
    db,
  )
}
