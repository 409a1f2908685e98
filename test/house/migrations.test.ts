import { PGlite } from '@electric-sql/pglite'
import Database from 'better-sqlite3'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { sqlite } from '#db/dialect.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { assertDurable, setPragmas } from '#db/pragmas.ts'
import type { Tables } from '#db/schema/tables.ts'

const open: Kysely<never>[] = []
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
})

function kept<T>(db: Kysely<T>): Kysely<T> {
  open.push(db as unknown as Kysely<never>)
  return db
}

test('SQLite and PostgreSQL get the same tables with the same columns', async () => {
  const here = kept(new Kysely<Tables>({ dialect: sqlite(new Database(':memory:')) }))
  const there = kept(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) }))
  await migrateToLatest(here)
  await migrateToLatest(there)
  const [ours, theirs] = [await columnsOf(here), await columnsOf(there)]
  expect(ours.length).toBeGreaterThan(60)
  expect(theirs).toEqual(ours)
})

test('tables are strict: SQLite refuses a number in a column of text', async () => {
  const database = new Database(':memory:')
  const db = kept(new Kysely<Tables>({ dialect: sqlite(database) }))
  await migrateToLatest(db)
  const loose = database
    .prepare(
      "select name from pragma_table_list where strict = 0 and type = 'table' and name not like 'sqlite%' and name not like 'kysely%'",
    )
    .all()
  expect(loose).toEqual([])
})

test('a migration that fails half-way leaves nothing behind', async () => {
  const database = new Database(':memory:')
  const db = kept(new Kysely<Tables>({ dialect: sqlite(database) }))
  database.exec('create table employment_facts (x text)')
  await expect(migrateToLatest(db)).rejects.toThrow('employment_facts')
  expect(database.prepare("select count(*) from sqlite_master where name = 'venues'").pluck().get()).toBe(0)
})

test('a connection that is not durable is refused after its first write', () => {
  const database = new Database(':memory:')
  setPragmas(database)
  expect(() => assertDurable(database)).not.toThrow()
  database.pragma('synchronous = NORMAL')
  expect(() => assertDurable(database)).toThrow('synchronous is 1')
  database.close()
})

test('transactions take the write lock at their start', async () => {
  const said: string[] = []
  const db = kept(
    new Kysely<Tables>({ dialect: sqlite(new Database(':memory:')), log: (event) => void said.push(event.query.sql) }),
  )
  await db.transaction().execute((work) => sql`select 1`.execute(work))
  expect(said[0]).toBe('begin immediate')
})

async function columnsOf(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables
    .filter((table) => !table.name.startsWith('kysely'))
    .flatMap((table) => table.columns.map((column) => `${table.name}.${column.name}${column.isNullable ? '?' : ''}`))
    .sort()
}
