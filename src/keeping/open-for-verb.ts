import { existsSync } from 'node:fs'
import { systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import type { Config } from '#config.ts'
import { databaseFile, openBeside, openDatabase } from '#db/open.ts'
import type { Source } from '#db/work.ts'
import { findPartnership } from '#people/store.ts'
import { tryLock } from './ask-server.ts'
import { readyFolder } from './ready-folder.ts'

/**
 * Does something with a town's database, beside the server when one is running, alone otherwise. Throws when there is no town, a town of the
 * other kind, or a database that waits for the server that is running to be started anew.
 */
export async function openForVerb<T>(config: Config, task: (source: Source) => Promise<T>): Promise<T> {
  const { dataDir, demo } = config
  const missing = new Error(`there is no database in ${dataDir}: is DATA_DIR right?`)
  if (!existsSync(dataDir)) throw missing
  const lock = tryLock(dataDir)
  try {
    if (lock) await readyFolder(dataDir)
    if (!existsSync(databaseFile(dataDir))) throw missing
    const { db, close } = lock ? await openDatabase(dataDir) : besideServer(dataDir)
    try {
      const town = await findPartnership(db)
      if (!town) throw new Error('the partnership is not set up yet: start the server and open the link it prints')
      if (town.demo !== demo)
        throw new Error(`${dataDir} holds ${town.demo ? 'a demo town: add --demo' : 'a real town: leave --demo out'}`)
      return await task({ db, clock: systemClock, newId })
    } finally {
      await close()
    }
  } finally {
    lock?.release()
  }
}

function besideServer(dataDir: string) {
  const { migrations, ...opened } = openBeside(dataDir)
  if (migrations.pending.length > 0)
    throw new Error('the server that is running is older than this program: start it again first')
  return opened
}
