import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { FolderHeld, isHeld, lockFolder } from '#db/lock.ts'
import { openBeside } from '#db/open.ts'
import { inWork } from '#db/work.ts'
import { operator } from '#policy.ts'
import { patience } from './end-unfinished.ts'
import { findRequest, markFailed, type Request, saveRequest } from './store.ts'

/** Servers since this migration can be asked. */
const sinceMigration = '0013-keeping'

/**
 * The folder, held, or null when somebody else holds it. Refuses (throws) another user than the folder's: what that one makes in it, the server
 * could not write.
 */
export function tryLock(dataDir: string): { release(): void } | null {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid
  if (owner !== undefined && process.getuid && owner !== process.getuid())
    throw new Error(`${dataDir} belongs to another user (${owner}): run this as that user`)
  try {
    return lockFolder(dataDir)
  } catch (error) {
    if (error instanceof FolderHeld) return null
    throw error
  }
}

/**
 * Asks the server that holds a folder for a copy, and waits. Returns the copy's file; null when the server has gone without making one, so that
 * one may do it oneself. Throws when it failed, or was not begun in time.
 */
export async function askServer(
  dataDir: string,
  say: (line: string) => void,
  { wait = patience, every = 250 } = {},
): Promise<string | null> {
  const { db, migrations, close } = openBeside(dataDir)
  const source = { db, clock: systemClock, newId }
  try {
    if (!migrations.applied.includes(sinceMigration))
      throw new Error('the server that is running is too old to be asked: stop it and ask again')
    const id = newId()
    await inWork(source, operator, ({ db, at }) => saveRequest(db, { id, at, askedBy: 'operator', startedAt: null }))
    say('A server is running: it was asked for a copy.')
    const fail = (fault: string) => inWork(source, operator, ({ db, at }) => markFailed(db, [id], { at, fault }))
    let told: Request['startedAt'] = null
    for (let waited = 0; ; waited += every) {
      const request = await findRequest(db, id)
      if (request?.file) return request.file
      if (request?.fault) throw new Error(`the copy was not made: ${request.fault}`)
      if (request?.startedAt && !told) say('The copy is being made and verified …')
      told = request?.startedAt ?? null
      if (waited % 2000 < every && !isHeld(dataDir)) return await fail('the server has gone').then(() => null)
      if (!told && waited >= wait) {
        await fail('the server did not answer')
        throw new Error(
          `the server did not answer within ${Math.round(wait / 60_000)} minutes: is it still running on ${dataDir}?`,
        )
      }
      await sleep(every)
    }
  } finally {
    await close()
  }
}
