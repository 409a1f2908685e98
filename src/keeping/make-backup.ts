import { record } from '#audit/record.ts'
import { instantOf } from '#base/dates.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { clockwork, operator } from '#policy.ts'
import { nameOfCopy } from './copy-name.ts'
import { dropOldCopies } from './drop-old-copies.ts'
import { keepErased } from './keep-erased.ts'
import { type Copy, makeCopy } from './make-copy.ts'
import { longestKept } from './retention.ts'
import { type Asker, forgetBackups, markFailed, markMade, markStarted, saveRequest, waitingRequests } from './store.ts'

export type Backup = Copy

/** What a copy is made of. */
export type Keeper = Pick<House, 'db' | 'clock' | 'newId' | 'config' | 'copyTo'>

/**
 * Copies the database while it is in use, verified and with its manifest beside it; then deletes the copies that are not kept any longer.
 * One at a time. Throws with the reason; then nothing half is left, and the table of backups says why.
 */
export async function makeBackup(house: Keeper, askedBy: Asker): Promise<Backup> {
  return inTurn(house, async () => {
    const id = house.newId()
    await inWork(house, actors[askedBy], ({ db, at }) => saveRequest(db, { id, at, askedBy, startedAt: at }))
    return makeFor(house, [id], askedBy)
  })
}

/** Makes one copy for everybody who has asked on the command line and waits; null when nobody does. Looked for once a second. */
export async function answerRequests(house: Keeper): Promise<Backup | null> {
  if ((await waitingRequests(house.db)).length === 0) return null
  return inTurn(house, async () => {
    const ids = await inWork(house, operator, async ({ db, at }) => {
      const waiting = await waitingRequests(db)
      if (waiting.length > 0) await markStarted(db, waiting, at)
      return waiting
    })
    return ids.length > 0 ? makeFor(house, ids, 'operator') : null
  })
}

const actors = { clockwork, operator }

async function makeFor(house: Keeper, ids: readonly string[], askedBy: Asker): Promise<Backup> {
  const { dataDir } = house.config
  try {
    const at = instantOf(house.clock())
    const nameFor = (again: number) => nameOfCopy(at, again)
    const copy = await makeCopy({ dataDir, at, copyTo: house.copyTo, nameFor })
    const { bytes, sha256 } = copy.manifest
    await inWork(house, actors[askedBy], async (work) => {
      await markMade(work.db, ids, { at: work.at, file: copy.file, bytes, sha256 })
      await record(work, 'backup.made', ids[0] as string, {}, { bytes, sha256 })
    })
    await tidy(house)
    return copy
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    // A full disk may refuse this too: what was not finished is then told apart at the next start.
    await inWork(house, clockwork, ({ db, at }) => markFailed(db, ids, { at, fault })).catch(() => undefined)
    throw error
  }
}

async function tidy(house: Keeper): Promise<void> {
  const files = dropOldCopies(house.config.dataDir, house.clock())
  await inWork(house, clockwork, ({ db, now }) =>
    forgetBackups(db, { files, before: instantOf(new Date(now.getTime() - longestKept)) }),
  )
  await keepErased(house)
}

const turns = new WeakMap<object, Promise<unknown>>()

/** One copy at a time of one database: the hourly one and those asked for take turns. */
function inTurn<T>(house: Keeper, task: () => Promise<T>): Promise<T> {
  const before = turns.get(house.db) ?? Promise.resolve()
  const mine = before.then(task, task)
  turns.set(
    house.db,
    mine.catch(() => undefined),
  )
  return mine
}
