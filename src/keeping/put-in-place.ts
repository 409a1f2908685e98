import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instant } from '#base/dates.ts'
import { renameForGood, sync } from '#db/files.ts'
import { databaseFile } from '#db/open.ts'
import { nameOfDamaged } from './copy-name.ts'

/** What is being made ready to be put in place; without it, nothing has happened yet. */
export const makingReady = (dataDir: string) => `${databaseFile(dataDir)}.making-ready`

const readyBefore = '.ready-'

/** Says that what was made ready is to take the database's place: from here on it will, however often the program is killed. */
export function decide(dataDir: string, at: Instant): void {
  sync(makingReady(dataDir))
  let folder = nameOfDamaged(at)
  for (let again = 2; existsSync(join(dataDir, folder)); again++) folder = `${nameOfDamaged(at)}-${again}`
  renameForGood(makingReady(dataDir), `${databaseFile(dataDir)}${readyBefore}${folder}`)
}

/**
 * Puts in place what a restore has decided on: the database that was there, with everything beside it, goes into a folder of its own, and
 * only then comes the new one; a new database beside an old -wal would be destroyed by it. Does nothing when nothing was decided.
 * Returns the folder of what was there; null when there was nothing. The caller holds the data folder.
 */
export function putInPlace(dataDir: string): string | null {
  const file = databaseFile(dataDir)
  const decided = decidedIn(dataDir)
  if (!decided) return null
  const damaged = join(dataDir, decided.split(readyBefore)[1] as string)
  for (const ending of ['', '-wal', '-shm', '-journal']) moveAside(`${file}${ending}`, damaged)
  sync(dataDir)
  renameForGood(join(dataDir, decided), file)
  return existsSync(damaged) ? damaged : null
}

/** Was a restore decided on that is not in place yet? */
export const isDecided = (dataDir: string): boolean => decidedIn(dataDir) !== undefined

const decidedIn = (dataDir: string) =>
  existsSync(dataDir)
    ? readdirSync(dataDir).find((name) => name.startsWith(`trygt-natteliv.db${readyBefore}`))
    : undefined

function moveAside(file: string, folder: string): void {
  if (!existsSync(file)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  renameSync(file, join(folder, basename(file)))
  sync(folder)
}
