import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { readTown } from '#coverage/town-store.ts'
import { namesAt, readStaff, unconfirmedAt } from '#coverage/venue-store.ts'
import { sqlite } from '#db/dialect.ts'
import { migrateSqlite } from '#db/migrate.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { fillTown } from '../bench/coverage-data.ts'

const when = { on: '2026-11-22', knownAt: '2026-11-22T12:00:00.000Z' }
const big = /\b(employment_facts|employments|people|certificates|certificate_endings|enrolments|attempts|venues)\b/

/** How SQLite would run every query of a reading, one line a table. */
async function plansOf(analysed: boolean, read: (db: Reading) => Promise<unknown>): Promise<string[]> {
  const database = new Database(':memory:')
  const said: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<Tables>({ dialect: sqlite(database), log: ({ query }) => void said.push(query) })
  await migrateSqlite(database, db)
  fillTown(database, { venues: 8, people: 160, certificatesPerPerson: 2, today: when.on })
  database.exec(`insert into certificate_endings
    select number || 'w', number, 'withdrawn', 'holder', '2030-01-01', '2026-01-01', 'p' from certificates`)
  database.exec(analysed ? 'analyze' : 'delete from sqlite_stat1; analyze sqlite_schema')
  said.length = 0
  await read(db)
  const lines = said.flatMap(
    ({ sql, parameters }) => database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[],
  )
  await db.destroy()
  expect(said.length).toBeGreaterThan(3)
  return lines.map(({ detail }) => detail)
}

test.each([true, false])('one venue is looked up, never read through (statistics there: %s)', async (analysed) => {
  const plans = await plansOf(analysed, async (db) => {
    const venueId = (await db.selectFrom('venues').select('id').where('slug', '=', 'maalested-3').executeTakeFirst())
      ?.id
    await readStaff(db, venueId as string, when)
    await namesAt(db, venueId as string, when)
    await unconfirmedAt(db, venueId as string, when.on)
  })
  expect(plans.some((line) => line.startsWith('SEARCH certificates'))).toBe(true)
  expect(plans.filter((line) => line.startsWith('SCAN') && big.test(line))).toEqual([])
})

test.each([true, false])('the town reads indexes alone and merges them (statistics there: %s)', async (analysed) => {
  const plans = await plansOf(analysed, (db) => readTown(db, when))
  const scans = plans.filter((line) => line.startsWith('SCAN') && big.test(line) && !/\bvenues$/.test(line))
  expect(plans).toContain('MERGE (EXCEPT)')
  expect(scans.length).toBeGreaterThan(1)
  expect(scans.filter((line) => !line.includes('COVERING INDEX'))).toEqual([])
})
