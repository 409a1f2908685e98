import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const lockFile = (dataDir: string) => join(dataDir, 'server.lock')

/** Somebody else holds the folder. */
export class FolderHeld extends Error {}

/**
 * Holds a data folder for one server, until it is released or the process ends in any way. Throws FolderHeld when another server holds it.
 * SQLite's own file lock does it, so a killed process leaves nothing behind that blocks the next start.
 */
export function lockFolder(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  // Waits a little: somebody may be asking `isHeld` at this moment.
  const lock = new Database(lockFile(dataDir), { timeout: 300 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new FolderHeld(`another server is running on ${dataDir}`)
  }
  return { release: () => lock.close() }
}

/** Is a server running on this folder, or a command that needs it alone? */
export function isHeld(dataDir: string): boolean {
  if (!existsSync(lockFile(dataDir))) return false
  const lock = new Database(lockFile(dataDir), { readonly: true, timeout: 0 })
  try {
    lock.prepare('select count(*) from sqlite_master').get()
    return false
  } catch (error) {
    if (!isBusy(error)) throw error
    return true
  } finally {
    lock.close()
  }
}

const isBusy = (error: unknown) => ((error as { code?: string }).code ?? '').startsWith('SQLITE_BUSY')
