import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { systemClock } from '#base/clock.ts'
import { instantOf } from '#base/dates.ts'
import { sqlite } from './dialect.ts'
import { type MigrationsOf, migrateSqlite, migrationsOf, refuseNewer } from './migrate.ts'
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
  return openFile(databaseFile(dataDir))
}

/** The same for a database in any file. */
export async function openFile(file: string): Promise<OpenDatabase> {
  const database = new Database(file)
  try {
    chmodSync(file, 0o600)
    return await prepare(database)
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the database of a folder as it is, beside the server that may be running on it: the schema is left alone. Refuses (throws) when
 * there is none, and one that is newer than this program; what needs the newest schema has to look at `migrations`.
 */
export function openBeside(dataDir: string): Omit<OpenDatabase, 'probe'> & { migrations: MigrationsOf } {
  const database = new Database(databaseFile(dataDir), { fileMustExist: true })
  try {
    setPragmas(database)
    assertDurable(database)
    const migrations = migrationsOf(database)
    refuseNewer(migrations)
    const handle = handleOf(database)
    return { ...handle, migrations, close: () => handle.db.destroy() }
  } catch (error) {
    database.close()
    throw error
  }
}

/** A database in memory, new or from the bytes of one: for what is made whole before it is kept, and for tests. */
export async function openMemory(bytes?: Buffer): Promise<OpenDatabase & { bytes(): Buffer }> {
  const database = new Database(bytes ?? ':memory:')
  return { ...(await prepare(database)), bytes: () => database.serialize() }
}

async function prepare(database: Database.Database): Promise<OpenDatabase> {
  setPragmas(database)
  const handle = handleOf(database)
  await migrateSqlite(database, handle.db)
  const probe = database.prepare(
    'insert into probe (id, at) values (1, ?) on conflict (id) do update set at = excluded.at',
  )
  const writeProbe = () => probe.run(instantOf(systemClock()))
  writeProbe()
  assertDurable(database)
  return {
    ...handle,
    probe: () => {
      writeProbe()
    },
  }
}

function handleOf(database: Database.Database): Omit<OpenDatabase, 'probe'> {
  const db = new Kysely<Tables>({ dialect: sqlite(database) })
  return {
    db,
    copyTo: async (file) => {
      await database.backup(file)
    },
    async close() {
      try {
        database.pragma('optimize')
      } catch {
        // A full disk must not keep the server from ending.
      }
      await db.destroy()
    },
  }
}
