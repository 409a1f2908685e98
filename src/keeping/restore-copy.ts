import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '#base/clock.ts'
import { instantOf } from '#base/dates.ts'
import { newId } from '#base/ids.ts'
import { type Erased, readErased, writeErased } from '#db/erased.ts'
import { migrationNames } from '#db/migrate.ts'
import { databaseFile, openFile } from '#db/open.ts'
import { type Checked, checkCopy, hashOf } from './check-copy.ts'
import { erasedIn } from './erased-in.ts'
import { readManifest } from './manifest.ts'
import { decide, makingReady, putInPlace } from './put-in-place.ts'
import { type Settled, settleRestored } from './settle-restored.ts'

export interface Restored extends Settled {
  checked: Checked
  /** Was there a manifest beside the copy that it agrees with? */
  manifest: boolean
  /** Where the database that was there is now; null when there was none. */
  damaged: string | null
  /** Could the database that was there still be asked who was erased? Null when there was none. */
  asked: boolean | null
  /** Was there a list of erased people anywhere? */
  listed: boolean
}

/**
 * Puts a copy in the place of a folder's database. Everything is made ready beside it first: verified, migrated, letters held, links ended,
 * erased people erased again. Only then is it decided, in one rename; killed before that, the old one stays, after it, the new one comes.
 * The caller holds the folder. Refuses (throws, with nothing changed) a file that is not whole, not ours, of the other kind of town, or newer
 * than this program.
 */
export async function restoreCopy(of: {
  dataDir: string
  file: string
  demo: boolean
  clock: Clock
}): Promise<Restored> {
  const { dataDir, file, clock } = of
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  putInPlace(dataDir)
  const ready = makingReady(dataDir)
  clearHalfReady(dataDir)
  try {
    const { checked, manifest } = bringIn(file, ready)
    refuseOther(checked, of)
    const here = erasedIn(databaseFile(dataDir))
    const lists = [dataDir, dirname(file), dirname(dirname(file))].flatMap((folder) => readErased(folder))
    const erased = [...lists, ...(here ?? [])]
    const settled = await settle(ready, erased, clock)
    writeErased(dataDir, [...erased, ...settled.erased])
    const asked = existsSync(databaseFile(dataDir)) ? here !== null : null
    decide(dataDir, instantOf(clock()))
    const damaged = putInPlace(dataDir)
    return { ...settled, checked, manifest, damaged, asked, listed: lists.length > 0 }
  } catch (error) {
    clearHalfReady(dataDir)
    throw error
  }
}

/** Copies the file, and a -wal beside it that was not written back yet; what is verified is what will be used. */
function bringIn(file: string, ready: string): { checked: Checked; manifest: boolean } {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`${file}: there is no such file`)
  const manifest = readManifest(file)
  copyFileSync(file, ready)
  if (manifest && hashOf(ready) !== manifest.sha256)
    throw new Error(
      `${file}: it is not what was verified when it was made (SHA-256 differs): it is damaged or was changed`,
    )
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${ready}-wal`)
  chmodSync(ready, 0o600)
  return { checked: checkedAs(file, ready), manifest: manifest !== null }
}

function checkedAs(file: string, ready: string): Checked {
  try {
    return checkCopy(ready)
  } catch (error) {
    throw new Error((error as Error).message.replace(ready, file))
  }
}

function refuseOther(checked: Checked, { file, demo }: { file: string; demo: boolean }): void {
  const known = migrationNames()
  if (!known.includes(checked.lastMigration))
    throw new Error(
      `${file}: it is newer than this program (${checked.lastMigration}; this program knows ${known.at(-1)}): restore it with the program that made it`,
    )
  if (checked.town && checked.town.demo !== demo)
    throw new Error(
      checked.town.demo
        ? `${file}: it is a demo town; restore it with --demo, into the demo's folder`
        : `${file}: it is a real town; restore it without --demo`,
    )
}

async function settle(ready: string, erased: readonly Erased[], clock: Clock): Promise<Settled> {
  const { db, close } = await openFile(ready)
  try {
    return await settleRestored({ db, clock, newId }, erased)
  } finally {
    await close()
  }
}

function clearHalfReady(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (name.startsWith('trygt-natteliv.db.making-ready')) rmSync(join(dataDir, name))
}
