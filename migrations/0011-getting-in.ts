import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

/** Ways in besides the poster and the password: recovery codes, reset links, invitations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await db.schema.alterTable('sign_ins').addColumn('device', 'text').execute()

  await strict(
    db.schema
      .createTable('recovery_codes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addColumn('salt', 'text', (column) => column.notNull())
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('replaced_at', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('reset_links')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('issued_by', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('ended_at', 'text'),
  ).execute()

  await strict(
    db.schema
      .createTable('invitations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('role', 'text')
      .addColumn('venue_id', 'text', (column) => column.references('venues.id'))
      .addColumn('person_id', 'text', (column) => column.references('people.id'))
      .addColumn('to_name', 'text')
      .addColumn('to_address', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('issued_by', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('used_by', 'text')
      .addColumn('ended_at', 'text')
      .addCheckConstraint('invitation_known', sql`kind in ('role', 'account')`),
  ).execute()

  await db.schema.createIndex('recovery_codes_by_person').on('recovery_codes').columns(['person_id']).execute()
  await db.schema.createIndex('reset_links_by_person').on('reset_links').columns(['person_id']).execute()
  await db.schema.createIndex('invitations_by_person').on('invitations').columns(['person_id']).execute()
  await db.schema.createIndex('invitations_by_venue').on('invitations').columns(['venue_id']).execute()
}
