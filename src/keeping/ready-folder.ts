import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Clock, systemClock } from '#base/clock.ts'
import { instantOf } from '#base/dates.ts'
import { migrationsOf, refuseNewer } from '#db/migrate.ts'
import { databaseFile } from '#db/open.ts'
import { hashOf } from './check-copy.ts'
import { nameBefore } from './copy-name.ts'
import { dropCopy, listCopies, pathOf } from './drop-old-copies.ts'
import { type Copy, makeCopy } from './make-copy.ts'
import { readManifest } from './manifest.ts'
import { putInPlace } from './put-in-place.ts'

/**
 * Before the database of a folder is opened for the server: finishes a restore that was cut off, and copies a database that is about to be
 * migrated. Returns that copy, or null when there is nothing to migrate. The caller holds the folder. Refuses (throws) a database that is
 * newer than this program; without the copy there is no migration.
 */
export async function readyFolder(dataDir: string, clock: Clock = systemClock): Promise<Copy | null> {
  putInPlace(dataDir)
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return null
  const database = new Database(file)
  try {
    const migrations = migrationsOf(database)
    refuseNewer(migrations)
    const [next] = migrations.pending
    if (!next || migrations.applied.length === 0) return null
    const at = instantOf(clock())
    const copyTo = async (to: string) => void (await database.backup(to))
    const copy = await makeCopy({ dataDir, at, copyTo, nameFor: (again) => nameBefore(next, at, again) })
    return orTheSame(dataDir, next, copy)
  } finally {
    database.close()
  }
}

/** A start that fails again and again must not fill the disk: of copies with the same bytes the first one is kept. */
function orTheSame(dataDir: string, migration: string, copy: Copy): Copy {
  for (const { name, before } of listCopies(dataDir)) {
    const file = pathOf(dataDir, name)
    if (before !== migration || file === copy.file) continue
    const manifest = readManifest(file)
    if (manifest?.sha256 !== copy.manifest.sha256 || hashOf(file) !== manifest.sha256) continue
    dropCopy(copy.file)
    return { file, manifest }
  }
  return copy
}
