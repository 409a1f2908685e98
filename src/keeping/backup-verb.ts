import { existsSync } from 'node:fs'
import { systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Config } from '#config.ts'
import { databaseFile, openDatabase } from '#db/open.ts'
import { askServer, tryLock } from './ask-server.ts'
import { copiesFolder } from './copy-name.ts'
import { makeBackup } from './make-backup.ts'
import type { Copy } from './make-copy.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { readyFolder } from './ready-folder.ts'
import { rowsText } from './rows-text.ts'

/** `backup`: the server that is running makes the copy; where none is, this does. Prints the copy's path last. Throws when there is none. */
export async function backup(config: Config): Promise<number> {
  const file = await takeCopy(config)
  const { bytes, sha256, madeAt, lastMigration, rows } = readManifest(file) as Manifest
  console.log(`Verified: integrity and foreign keys are sound, ${bytes} bytes, SHA-256 ${sha256}`)
  console.log(`As of ${madeAt}, schema ${lastMigration}, rows:`)
  console.log(rowsText(rows))
  console.error(
    `Copies in ${copiesFolder(config.dataDir)} are deleted in time. Keep this one on another machine as well.`,
  )
  console.log(file)
  return 0
}

/** Asks the server, and does it here where there is none, or where it went away while it was being asked. */
async function takeCopy(config: Config): Promise<string> {
  const missing = new Error(`there is no database in ${config.dataDir}: is DATA_DIR right?`)
  if (!existsSync(config.dataDir)) throw missing
  for (;;) {
    const lock = tryLock(config.dataDir)
    try {
      const file = lock ? await copyHere(config, missing) : await askServer(config.dataDir, console.error)
      if (file) return file
    } finally {
      lock?.release()
    }
  }
}

/** A database that waits to be migrated is copied as it is: that is what one goes back to. */
async function copyHere(config: Config, missing: Error): Promise<string> {
  console.error('No server is running: the copy is made here.')
  const before: Copy | null = await readyFolder(config.dataDir)
  if (before) return before.file
  if (!existsSync(databaseFile(config.dataDir))) throw missing
  const { db, copyTo, close } = await openDatabase(config.dataDir)
  try {
    return (await makeBackup({ config, db, copyTo, clock: systemClock, newId }, 'operator')).file
  } finally {
    await close()
  }
}
