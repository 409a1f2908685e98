import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Holds a data folder for one server, until it is released or the process ends in any way. Throws when another server holds it.
 * SQLite's own file lock does it, so a killed process leaves nothing behind that blocks the next start.
 */
export function lockFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'server.lock')
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Error(`another server is running on ${dataDir}`)
  }
  return { release: () => lock.close() }
}
