import { resolve } from 'node:path'
import { systemClock } from '#base/clock.ts'
import type { Config } from '#config.ts'
import { erasedFile } from '#db/erased.ts'
import { tryLock } from './ask-server.ts'
import { type Restored, restoreCopy } from './restore-copy.ts'
import { rowsText } from './rows-text.ts'

/** `restore FILE`: puts a copy in the place of the database, when no server is running. Throws with the reason, and then nothing has changed. */
export async function restore({ dataDir, demo }: Config, name: string): Promise<number> {
  const file = resolve(name)
  const lock = tryLock(dataDir)
  if (!lock) throw new Error(`a server is running on ${dataDir}: stop it first, then restore`)
  try {
    console.log(report(await restoreCopy({ dataDir, file, demo, clock: systemClock }), { dataDir, file }))
    return 0
  } finally {
    lock.release()
  }
}

function report(of: Restored, { dataDir, file }: { dataDir: string; file: string }): string {
  const { checked, damaged } = of
  return [
    `Restored ${file} into ${dataDir}.`,
    of.manifest
      ? 'It is what was verified when it was made (SHA-256).'
      : 'There was no manifest beside it to compare with.',
    `Integrity and foreign keys are sound, schema ${checked.lastMigration}, rows:`,
    rowsText(checked.rows),
    damaged ? `The database that was here is in ${damaged}.` : 'There was no database here before.',
    '',
    ...whatWasDone(of, dataDir),
    '',
    'Next:',
    `  1. Start the server (npm start) and look at /healthz and at a page you know.`,
    ...(of.lettersHeld > 0
      ? ['  2. The association reads the letters that are held, and sends or hands over those that are still right.']
      : []),
    `  ${of.lettersHeld > 0 ? 3 : 2}. Tell people what is lost: everything after the copy was made. Sign-ins, passwords and recovery codes are as they were then.`,
    ...(damaged
      ? [`  ${of.lettersHeld > 0 ? 4 : 3}. When all is well, delete ${damaged}: it holds people's data.`]
      : []),
  ].join('\n')
}

function whatWasDone({ lettersHeld, linksEnded, erasedAgain, asked, listed }: Restored, dataDir: string): string[] {
  return [
    `Letters held, because they may have gone already: ${lettersHeld}.`,
    `Links to choose a new password that no longer work: ${linksEnded}.`,
    `People erased again: ${erasedAgain}.`,
    ...(asked === false ? ['The database that was here could not be asked who was erased.'] : []),
    ...(listed || asked
      ? []
      : [
          `There is no list of erased people (${erasedFile(dataDir)}): if anybody was erased after the copy was made, copy erased.jsonl from the old data folder and restore again.`,
        ]),
  ]
}
