import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const strict = <T extends string>(table: CreateTableBuilder<T>) => (onSqlite ? table.modifyEnd(sql`strict`) : table)

  await strict(
    db.schema
      .createTable('sign_ins')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('started_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('sign_in_tries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('account_key', 'text', (column) => column.notNull())
      .addColumn('address_key', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull()),
  ).execute()

  await strict(
    db.schema
      .createTable('setup_links')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('issued_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text'),
  ).execute()

  await db.schema.createIndex('sign_ins_by_person').on('sign_ins').columns(['person_id']).execute()
  await db.schema.createIndex('sign_in_tries_by_account').on('sign_in_tries').columns(['account_key', 'at']).execute()
  await db.schema.createIndex('sign_in_tries_by_address').on('sign_in_tries').columns(['address_key', 'at']).execute()
  await db.schema.createIndex('sign_in_tries_by_instant').on('sign_in_tries').columns(['at']).execute()
}
