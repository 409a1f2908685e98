import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { systemClock } from '#base/clock.ts'
import { instantOf } from '#base/dates.ts'
import { sqlite } from './dialect.ts'
import { migrateSqlite } from './migrate.ts'
import { assertDurable, setPragmas } from './pragmas.ts'
import type { Tables } from './schema/tables.ts'

export interface OpenDatabase {
  db: Kysely<Tables>
  /** Can the database be written and read right now? Throws when not. */
  probe(): void
  /** Writes a copy to a new file from this very connection: a copy made by another one never ends while this one writes. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}

export const databaseFile = (dataDir: string) => join(dataDir, 'trygt-natteliv.db')

/** Opens (or creates) the database in a data folder, checks its health and durability, and brings it to the newest schema. Throws with the reason otherwise. */
export async function openDatabase(dataDir: string): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = databaseFile(dataDir)
  const database = new Database(file)
  chmodSync(file, 0o600)
  return prepare(database)
}

/** A database in memory, new or from the bytes of one: for what is made whole before it is kept, and for tests. */
export async function openMemory(bytes?: Buffer): Promise<OpenDatabase & { bytes(): Buffer }> {
  const database = new Database(bytes ?? ':memory:')
  return { ...(await prepare(database)), bytes: () => database.serialize() }
}

async function prepare(database: Database.Database): Promise<OpenDatabase> {
  setPragmas(database)
  const db = new Kysely<Tables>({ dialect: sqlite(database) })
  await migrateSqlite(database, db)
  const probe = database.prepare(
    'insert into probe (id, at) values (1, ?) on conflict (id) do update set at = excluded.at',
  )
  const writeProbe = () => probe.run(instantOf(systemClock()))
  writeProbe()
  assertDurable(database)
  return {
    db,
    probe: () => {
      writeProbe()
    },
    copyTo: async (file) => {
      await database.backup(file)
    },
    async close() {
      database.pragma('optimize')
      await db.destroy()
    },
  }
}
