import Database from 'better-sqlite3'

/**
 * Set on every connection. `synchronous` comes after `journal_mode`: the bundled SQLite falls back to NORMAL on the first write
 * to a WAL file, and a power cut may then take confirmed answers with it.
 */
const wanted = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  wal_autocheckpoint: 1000,
  journal_size_limit: 64 * 1024 * 1024,
  /** In kB, as a negative number; taken as it is needed. A town of 30,000 people is counted a fifth faster than with half of it. */
  cache_size: -32_000,
} as const

/** SQLite before 3.51.3 can corrupt a WAL database when two connections write (sqlite.org/wal.html#walresetbug). */
const oldestSafe = [3, 51, 3] as const

export function setPragmas(database: Database.Database): void {
  const version = versionOf(database)
  if (isOlder(version, oldestSafe)) throw new Error(`SQLite ${version} is older than ${oldestSafe.join('.')}`)
  for (const [name, value] of Object.entries(wanted)) database.pragma(`${name} = ${value}`)
  if (!database.memory) quickCheck(database)
}

/** Fails when a pragma did not take; called after the first write, because `synchronous` tells the truth only then. */
export function assertDurable(database: Database.Database): void {
  for (const [name, value] of Object.entries(wanted)) {
    const actual = database.pragma(name, { simple: true })
    const memoryJournal = name === 'journal_mode' && database.memory
    if (actual !== value && !memoryJournal) throw new Error(`SQLite ${name} is ${String(actual)}, not ${value}`)
  }
}

/** The version of SQLite that comes with this program. */
export function sqliteVersion(): string {
  const database = new Database(':memory:')
  try {
    return versionOf(database)
  } finally {
    database.close()
  }
}

const versionOf = (database: Database.Database) => database.prepare('select sqlite_version()').pluck().get() as string

function quickCheck(database: Database.Database): void {
  const verdict = database.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') throw new Error(`the database file is damaged: ${String(verdict)}`)
  database.pragma('shrink_memory')
}

function isOlder(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [place, least] of oldest.entries()) {
    const part = parts[place] ?? 0
    if (part !== least) return part < least
  }
  return false
}
