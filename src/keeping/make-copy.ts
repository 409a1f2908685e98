import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#base/dates.ts'
import { renameForGood, sync, writeWhole } from '#db/files.ts'
import { copiesFolder, manifestOf } from './copy-name.ts'
import { appVersion, type Manifest } from './manifest.ts'
import { verifyCopy } from './verify-copy.ts'

export interface Copy {
  /** Absolute path. */
  file: string
  manifest: Manifest
}

/**
 * Makes a copy of a database in the folder of copies, verified and with its manifest beside it. It gets its name when it is whole; nothing
 * is ever overwritten, and nothing half is left. `nameFor` gives the name, and others when that is taken. One at a time in a folder: the
 * caller holds it. Throws with the reason.
 */
export async function makeCopy(of: {
  dataDir: string
  at: Instant
  copyTo(file: string): Promise<void>
  nameFor(again: number): string
}): Promise<Copy> {
  const folder = copiesFolder(of.dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  clearHalfDone(folder)
  const file = freeName(folder, of.nameFor)
  const part = `${file}.part`
  try {
    writeFileSync(part, '', { mode: 0o600, flag: 'wx' })
    await of.copyTo(part)
    const manifest: Manifest = { madeAt: of.at, appVersion: appVersion(), ...(await verifyCopy(part)) }
    sync(part)
    writeWhole(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`)
    renameForGood(part, file)
    return { file, manifest }
  } catch (error) {
    for (const left of [part, manifestOf(file)]) rmSync(left, { force: true })
    throw error
  }
}

/** What a copy that was cut off left behind: the half of it, and the manifest that was there a moment earlier. */
function clearHalfDone(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [whole, ending] = name.split('.part')
    if (ending === undefined) continue
    rmSync(join(folder, name))
    if (whole?.endsWith('.db')) rmSync(manifestOf(join(folder, whole)), { force: true })
  }
}

function freeName(folder: string, nameFor: (again: number) => string): string {
  for (let again = 1; ; again++) {
    const file = join(folder, nameFor(again))
    if (!existsSync(file) && !existsSync(manifestOf(file))) return file
  }
}
