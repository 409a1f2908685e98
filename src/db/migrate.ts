import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'

const folder = join(import.meta.dirname, '../../migrations')

const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.ts$/.test(name)).sort()
    const modules = files.map(
      async (name) => [name.slice(0, -3), await import(pathToFileURL(join(folder, name)).href)] as const,
    )
    return Object.fromEntries(await Promise.all(modules))
  },
}

/** Brings a database to the newest schema, all pending migrations or none. Refuses (throws) when one fails. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<void> {
  const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const { error } = await new Migrator({
    db: db as Kysely<unknown>,
    provider,
    nameComparator: byCodePoint,
  }).migrateToLatest()
  if (error) throw error
}

/** The same for SQLite, whose foreign keys have to rest while tables are rebuilt: the pragma is ignored inside a transaction. */
export async function migrateSqlite<T>(database: Database.Database, db: Kysely<T>): Promise<void> {
  database.pragma('foreign_keys = OFF')
  try {
    await migrateToLatest(db)
    const broken = database.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error('a migration broke a foreign key')
  } finally {
    database.pragma('foreign_keys = ON')
  }
}
