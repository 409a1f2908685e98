import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'

/** What was found in a copy that is whole. */
export interface Checked {
  sha256: string
  bytes: number
  lastMigration: string
  /** Rows of every table. */
  rows: Readonly<Record<string, number>>
  /** The town it is, and whether it is an invented one; null before it is set up. */
  town: { demo: boolean } | null
}

/**
 * Makes a copy one file that needs nothing beside it, and verifies it: integrity, foreign keys, that it is ours. Reads all of it, so it
 * belongs in another process than the server's. Throws with what is wrong.
 */
export function checkCopy(file: string): Checked {
  try {
    endWal(file)
    return { ...readAll(file), sha256: hashOf(file), bytes: statSync(file).size }
  } catch (error) {
    throw new Error(plainly(error, file))
  }
}

/** A copied page says that the database keeps a -wal; a copy has none and must not make one. */
function endWal(file: string): void {
  const database = new Database(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

function readAll(file: string): Omit<Checked, 'sha256' | 'bytes'> {
  const database = new Database(file, { readonly: true })
  try {
    const verdict = database.pragma('integrity_check(1)', { simple: true })
    if (verdict !== 'ok') throw new Error(`it is damaged: ${String(verdict)}`)
    const tables = tablesOf(database)
    if (!['kysely_migration', 'partnership', 'people'].every((name) => tables.includes(name)))
      throw new Error('it is not a database of Trygt Natteliv')
    const broken = (database.pragma('foreign_key_check') as unknown[]).length
    if (broken > 0) throw new Error(`${broken} rows lead to rows that are not there`)
    const count = (table: string) => database.prepare(`select count(*) from "${table}"`).pluck().get() as number
    const partnership = database.prepare('select demo_at from partnership').get() as
      | { demo_at: string | null }
      | undefined
    return {
      lastMigration: database.prepare('select max(name) from kysely_migration').pluck().get() as string,
      rows: Object.fromEntries(tables.map((table) => [table, count(table)])),
      town: partnership ? { demo: partnership.demo_at !== null } : null,
    }
  } finally {
    database.close()
  }
}

const tablesOf = (database: Database.Database) =>
  database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name")
    .pluck()
    .all() as string[]

/** SHA-256 in hex of a file of any size, a piece at a time. */
export function hashOf(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}

function plainly(error: unknown, file: string): string {
  const { code, message } = error as Error & { code?: string }
  if (code === 'SQLITE_NOTADB') return `${file}: it is not a database`
  if (code?.startsWith('SQLITE_CORRUPT')) return `${file}: it is damaged: ${message}`
  return `${file}: ${message}`
}
