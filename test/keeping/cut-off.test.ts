import { copyFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { databaseFile } from '#db/open.ts'
import { makeBackup } from '#keeping/make-backup.ts'
import { readyFolder } from '#keeping/ready-folder.ts'
import { runCli, startCli } from '../support/cli.ts'
import { ask, closeTown, newFolder, openTown, townIn } from './folder.ts'

/** A folder with the closed town Old, its -wal beside it as a killed server leaves it, and a copy of the town New. */
async function oldAndNew() {
  const town = await openTown(newFolder(), { name: 'New' })
  const { file } = await makeBackup(town.house, 'operator')
  const old = await openTown(newFolder(), { name: 'Old' })
  await closeTown(old)
  return { file, dataDir: old.dataDir }
}

const decided = 'trygt-natteliv.db.ready-damaged-2026-11-23T09-00-00Z'
const aside = (dataDir: string) => join(dataDir, 'damaged-2026-11-23T09-00-00Z')

/** How far a restore came that was killed, by what it leaves in the folder. */
const stages: readonly (readonly [string, 'Old' | 'New', (dataDir: string, file: string) => void])[] = [
  ['while it copied', 'Old', (dataDir) => writeFileSync(join(dataDir, 'trygt-natteliv.db.making-ready'), 'half')],
  ['while it settled', 'Old', settling],
  ['once it was decided', 'New', decide],
  ['once the old one was aside', 'New', movedAside],
]

function settling(dataDir: string, file: string): void {
  copyFileSync(file, join(dataDir, 'trygt-natteliv.db.making-ready'))
  writeFileSync(join(dataDir, 'trygt-natteliv.db.making-ready-wal'), 'half')
}

/** The file is ready as a restore leaves it. */
function decide(dataDir: string, file: string): void {
  copyFileSync(file, join(dataDir, decided))
  const database = new Database(join(dataDir, decided))
  database.pragma('journal_mode = WAL')
  database.close()
}

/** The old database is aside, its -wal is still here: beside the new one it would destroy it. */
function movedAside(dataDir: string, file: string): void {
  decide(dataDir, file)
  killedWhileWriting(dataDir)
  mkdirSync(aside(dataDir))
  renameSync(databaseFile(dataDir), join(aside(dataDir), 'trygt-natteliv.db'))
}

/** What was written last stands in the -wal alone. */
function killedWhileWriting(dataDir: string): void {
  const three = ['', '-wal', '-shm'].map((ending) => databaseFile(dataDir) + ending)
  const writing = new Database(databaseFile(dataDir))
  writing.pragma('wal_autocheckpoint = 0')
  writing.exec("update partnership set name = 'Old, and more'")
  for (const file of three) copyFileSync(file, `${file}.kept`)
  writing.close()
  for (const file of three) renameSync(`${file}.kept`, file)
}

test.each(stages)(
  'killed %s: the town is %s at the next start, and restoring again works',
  async (_when, town, leave) => {
    const { file, dataDir } = await oldAndNew()
    leave(dataDir, file)
    await readyFolder(dataDir)
    expect(townIn(dataDir)).toBe(town)
    expect(readdirSync(dataDir).some((name) => name.includes('.ready-'))).toBe(false)
    if (town === 'New')
      expect(ask(join(aside(dataDir), 'trygt-natteliv.db'), 'select name from partnership')).toMatch(/^Old/)
    if (leave === movedAside)
      expect(ask(join(aside(dataDir), 'trygt-natteliv.db'), 'select name from partnership')).toBe('Old, and more')
    expect((await runCli(['restore', file], { DATA_DIR: dataDir })).code).toBe(0)
    expect(townIn(dataDir)).toBe('New')
    expect(readdirSync(dataDir).filter((name) => name.includes('making-ready'))).toEqual([])
  },
)

test('killed at any moment, it is the one town or the other, whole', { timeout: 120_000 }, async () => {
  const { file, dataDir } = await oldAndNew()
  const seen = new Set<unknown>()
  const begun = performance.now()
  expect((await runCli(['restore', file], { DATA_DIR: newFolder() })).code).toBe(0)
  const whole = performance.now() - begun
  for (let round = 0; round < 10; round++) {
    const { child, ended } = startCli(['restore', file], { DATA_DIR: dataDir })
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.3 + round * 0.08))
    await ended
    clearTimeout(timer)
    await readyFolder(dataDir)
    const town = townIn(dataDir)
    expect(['Old', 'New']).toContain(town)
    expect(ask(databaseFile(dataDir), 'pragma integrity_check')).toBe('ok')
    seen.add(town)
  }
  expect((await runCli(['restore', file], { DATA_DIR: dataDir })).code).toBe(0)
  expect(townIn(dataDir)).toBe('New')
  expect(seen.has('Old')).toBe(true)
})
