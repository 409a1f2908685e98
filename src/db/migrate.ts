import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'

const folder = join(import.meta.dirname, '../../migrations')

/** The names of all migrations this program knows, first to last. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -3))
    .sort()

/** The migrations up to one of them, or all: an older database is made by them in tests. */
export const migrationsUpTo = (last?: string): MigrationProvider => ({
  async getMigrations() {
    const names = migrationNames().filter((name) => last === undefined || name <= last)
    const modules = names.map(
      async (name) => [name, (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as Migration] as const,
    )
    return Object.fromEntries(await Promise.all(modules))
  },
})

/** Brings a database to the newest schema, all pending migrations or none. Refuses (throws) when one fails. */
export async function migrateToLatest<T>(db: Kysely<T>, provider = migrationsUpTo()): Promise<void> {
  const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const { error } = await new Migrator({
    db: db as Kysely<unknown>,
    provider,
    nameComparator: byCodePoint,
  }).migrateToLatest()
  if (error) throw error
}

/**
 * The same for SQLite, whose foreign keys have to rest while tables are rebuilt: the pragma is ignored inside a transaction. Refuses a
 * database that is newer than this program.
 */
export async function migrateSqlite<T>(database: Database.Database, db: Kysely<T>): Promise<void> {
  refuseNewer(migrationsOf(database))
  database.pragma('foreign_keys = OFF')
  try {
    await migrateToLatest(db)
    const broken = database.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error('a migration broke a foreign key')
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

export interface MigrationsOf {
  applied: readonly string[]
  /** Known to this program and not yet applied. */
  pending: readonly string[]
  /** Applied, and unknown to this program. */
  newer: readonly string[]
}

/** How far an SQLite database is migrated; one that was never migrated has none applied. */
export function migrationsOf(database: Database.Database): MigrationsOf {
  const known = migrationNames()
  const table = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'").get()
  const applied = table
    ? (database.prepare('select name from kysely_migration order by name').pluck().all() as string[])
    : []
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)),
    newer: applied.filter((name) => !known.includes(name)),
  }
}

/** Refuses a database that knows more than this program. */
export function refuseNewer({ newer }: MigrationsOf): void {
  if (newer.length > 0)
    throw new Error(
      `the database is newer than this program: it has ${newer.join(', ')}. Start the newer program, or put back a copy made before (see "Upgrading" in README.md)`,
    )
}
