import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import { coursesFolder } from '#config.ts'
import { databaseFile } from '#db/open.ts'
import { buildDemoTown } from '#demo/build-demo-town.ts'

/** A data folder of one's own with the demo town in it. Whoever asks first in a run builds the town, the others copy it. */
export async function newDemoFolder(): Promise<string> {
  const built = join(inject('sharedFolder'), 'demo')
  const file = databaseFile(built)
  if (mayBuild(built)) await buildDemoTown(built, coursesFolder, () => {})
  while (!existsSync(file)) await setTimeout(100)
  const folder = mkdtempSync(join(tmpdir(), 'trygt-demo-'))
  cpSync(file, databaseFile(folder))
  return folder
}

function mayBuild(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
