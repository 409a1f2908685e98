import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach } from 'vitest'
import { movableClock } from '#base/clock.ts'
import { readConfig } from '#config.ts'
import { databaseFile } from '#db/open.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { clockwork } from '#policy.ts'
import { openHouse } from '../../src/open-house.ts'

const folders: string[] = []
const open: House[] = []
afterEach(async () => {
  for (const house of open.splice(0)) await house.close().catch(() => undefined)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of the test's own, gone after it. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trygt-keeping-'))
  folders.push(folder)
  return folder
}

/** A town on disk with a clock that can be moved; closed after the test. */
export async function openTown(
  dataDir = newFolder(),
  { name = 'Holstebro', now = '2026-11-22T12:00:00Z', demo = false } = {},
) {
  const clock = movableClock(now)
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }, { demo }), clock)
  open.push(house)
  if (!(await nameIn(house))) await inWork(house, clockwork, (work) => foundPartnership(work, { name, demo }))
  return { house, clock, dataDir }
}

const nameIn = async ({ db }: House) => (await db.selectFrom('partnership').select('name').executeTakeFirst())?.name

/** Closes a town, as stopping its server does. */
export async function closeTown({ house }: { house: House }): Promise<void> {
  open.splice(open.indexOf(house), 1)
  await house.close()
}

/** The answer of one query to a database file that nobody has open, or that a server has. */
export function ask(file: string, query: string, ...values: unknown[]): unknown {
  const database = new Database(file, { readonly: true })
  try {
    return database
      .prepare(query)
      .pluck()
      .get(...values)
  } finally {
    database.close()
  }
}

/** The name of the town in a folder's database. */
export const townIn = (dataDir: string) => ask(databaseFile(dataDir), 'select name from partnership')
