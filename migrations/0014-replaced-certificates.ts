import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** A certificate can be replaced by another of the same enrolment, and belong to another person once two turn out to be the same. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (onSqlite ? rebuildOnSqlite(db) : alter(db))
  await db.schema
    .createTable('certificate_moves')
    .addColumn('certificate_number', 'text', (column) => column.notNull().references('certificates.number'))
    .addColumn('from_person_id', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('to_person_id', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('moved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('certificate_moves_key', ['certificate_number', 'moved_at'])
    .$call((table) => (onSqlite ? table.modifyEnd(sql`strict`) : table))
    .execute()
  await db.schema
    .createIndex('certificates_by_enrolment')
    .on('certificates')
    .columns(['enrolment_id', 'issued_at'])
    .execute()
}

async function alter(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('certificates').dropConstraint('certificates_enrolment_id_key').execute()
  await db.schema
    .alterTable('certificates')
    .addColumn('replaces', 'text', (column) => column.references('certificates.number'))
    .execute()
  await db.schema.alterTable('certificate_endings').dropConstraint('ending_known').execute()
  await db.schema
    .alterTable('certificate_endings')
    .addCheckConstraint('ending_known', sql`kind in ('revoked', 'withdrawn', 'replaced')`)
    .execute()
}

/** SQLite cannot drop a constraint: the tables are written anew, with the indexes they had (sqlite.org/lang_altertable.html, 7). */
async function rebuildOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const statement of rebuilding) await sql.raw(statement).execute(db)
}

const rebuilding = [
  `create table certificates_new (
    "number" text primary key,
    "person_id" text not null references "people" ("id"),
    "course_id" text not null,
    "revision_id" text not null references "revisions" ("id"),
    "enrolment_id" text not null,
    "holder_name" text,
    "name_salt" text not null,
    "name_sha256" text not null,
    "snapshot" text not null,
    "issued_at" text not null,
    "issued_on" text not null,
    "last_on" text,
    "replaces" text references "certificates" ("number"),
    constraint "certificate_days_in_order" check (last_on is null or last_on >= issued_on)
  ) strict`,
  `insert into certificates_new select *, null from certificates`,
  `drop table certificates`,
  `alter table certificates_new rename to certificates`,
  `create index certificates_by_person on certificates ("person_id", "course_id", "last_on", "issued_on", "issued_at", "number")`,
  `create index certificates_by_course on certificates ("course_id", "person_id", "last_on", "issued_on", "issued_at", "number")`,
  `create table certificate_endings_new (
    "id" text primary key,
    "certificate_number" text not null references "certificates" ("number"),
    "kind" text not null,
    "reason" text not null,
    "from_on" text not null,
    "written_at" text not null,
    "written_by" text not null,
    constraint "ending_known" check (kind in ('revoked', 'withdrawn', 'replaced'))
  ) strict`,
  `insert into certificate_endings_new select * from certificate_endings`,
  `drop table certificate_endings`,
  `alter table certificate_endings_new rename to certificate_endings`,
  `create index certificate_endings_by_certificate on certificate_endings ("certificate_number", "from_on", "written_at")`,
]
