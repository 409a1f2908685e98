import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Clock, movableClock } from '#base/clock.ts'
import { databaseFile } from '#db/open.ts'
import { inWork } from '#db/work.ts'
import { makeBackup } from '#keeping/make-backup.ts'
import { restoreCopy } from '#keeping/restore-copy.ts'
import { saveRequest } from '#keeping/store.ts'
import { queueLetter } from '#mail/write-letter.ts'
import { addPerson } from '#people/add-person.ts'
import { clockwork, operator } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { ask, closeTown, newFolder, openTown, townIn } from './folder.ts'

const clock: Clock = movableClock('2026-11-23T09:00:00Z')
const into = (dataDir: string, file: string) => restoreCopy({ dataDir, file, demo: false, clock })

/** A copy of a town called New, and a closed town called Old in another folder. */
async function oldAndNew() {
  const town = await openTown(newFolder(), { name: 'New' })
  const { file } = await makeBackup(town.house, 'operator')
  const old = await openTown(newFolder(), { name: 'Old' })
  await closeTown(old)
  return { file, dataDir: old.dataDir, town }
}

test('a copy takes the place of the database, which is kept aside', async () => {
  const { file, dataDir } = await oldAndNew()
  const restored = await into(dataDir, file)
  expect(readdirSync(dataDir).sort()).toEqual(['damaged-2026-11-23T09-00-00Z', 'trygt-natteliv.db'])
  expect(townIn(dataDir)).toBe('New')
  expect(restored).toMatchObject({
    manifest: true,
    damaged: join(dataDir, 'damaged-2026-11-23T09-00-00Z'),
    asked: true,
  })
  expect(ask(join(restored.damaged as string, 'trygt-natteliv.db'), 'select name from partnership')).toBe('Old')
})

test('what was kept aside can be put back itself, with what stood only beside it', async () => {
  const { file, dataDir } = await oldAndNew()
  const killed = new Database(databaseFile(dataDir))
  killed.pragma('wal_autocheckpoint = 0')
  killed.exec("update partnership set name = 'Only in the wal'")
  for (const beside of ['-wal', '-shm']) copyFileSync(databaseFile(dataDir) + beside, join(dataDir, `kept${beside}`))
  copyFileSync(databaseFile(dataDir), join(dataDir, 'kept'))
  killed.close()
  for (const beside of ['', '-wal', '-shm']) {
    rmSync(databaseFile(dataDir) + beside, { force: true })
    copyFileSync(join(dataDir, `kept${beside}`), databaseFile(dataDir) + beside)
  }
  const { damaged } = await into(dataDir, file)
  expect(townIn(dataDir)).toBe('New')
  await into(dataDir, join(damaged as string, 'trygt-natteliv.db'))
  expect(townIn(dataDir)).toBe('Only in the wal')
})

test('an empty folder is filled, and so is one that is not there', async () => {
  const { file } = await oldAndNew()
  for (const dataDir of [newFolder(), join(newFolder(), 'elsewhere')]) {
    const restored = await into(dataDir, file)
    expect([townIn(dataDir), restored.damaged, restored.asked]).toEqual(['New', null, null])
  }
})

test('a database too damaged to be read is kept as it was, and it is said that it could not be asked', async () => {
  const { file, dataDir } = await oldAndNew()
  writeFileSync(databaseFile(dataDir), 'rubbish')
  const restored = await into(dataDir, file)
  expect([townIn(dataDir), restored.asked]).toEqual(['New', false])
  expect(readFileSync(join(restored.damaged as string, 'trygt-natteliv.db'), 'utf8')).toBe('rubbish')
})

const broken: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  ['damaged', (file) => writeFileSync(file, readFileSync(file).fill(1, 8192, 20_000)), /SHA-256 differs/],
  [
    'changed by one letter',
    (file) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('x')])),
    /SHA-256 differs/,
  ],
  ['without its manifest and damaged', damageUnseen, /damaged/],
  [
    'beside a manifest that cannot be read',
    (file) => writeFileSync(file.replace(/db$/, 'json'), '{'),
    /cannot be read/,
  ],
  [
    'not a database',
    (file) => {
      rmSync(file.replace(/db$/, 'json'))
      writeFileSync(file, 'Dear operator')
    },
    /not a database/,
  ],
  ['gone', (file) => rmSync(file), /no such file/],
  ['newer than this program', makeNewer, /newer than this program \(9999-later/],
]

function damageUnseen(file: string): void {
  rmSync(file.replace(/db$/, 'json'))
  writeFileSync(file, readFileSync(file).fill(1, 4096 * 3, 4096 * 5))
}

function makeNewer(file: string): void {
  rmSync(file.replace(/db$/, 'json'))
  const database = new Database(file)
  database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')")
  database.close()
}

test.each(broken)('a copy that is %s is refused, and nothing has changed', async (_how, breakIt, says) => {
  const { file, dataDir } = await oldAndNew()
  breakIt(file)
  const before = readdirSync(dataDir)
  await expect(into(dataDir, file)).rejects.toThrow(says)
  expect(readdirSync(dataDir)).toEqual(before)
  expect(townIn(dataDir)).toBe('Old')
})

test('a demo does not come into a real town, nor a real town into a demo', async () => {
  const demo = await openTown(newFolder(), { demo: true })
  const ofDemo = await makeBackup(demo.house, 'operator')
  const { file, dataDir } = await oldAndNew()
  await expect(into(dataDir, ofDemo.file)).rejects.toThrow('demo town')
  await expect(restoreCopy({ dataDir, file, demo: true, clock })).rejects.toThrow('real town')
  expect(townIn(dataDir)).toBe('Old')
})

test('letters that wait are held, links end, and a copy that was being made is not waited for', async () => {
  const town = await openTown()
  const letter = {
    personId: null,
    language: 'da',
    kind: 'notice',
    secret: false,
    subject: 's',
    text: 't',
    html: 'h',
  } as const
  await inWork(town.house, clockwork, async (work) => {
    const address = 'ines@example.dk'
    const ines = await addPerson(work, { name: 'Ines', login: address, passwordHash: 'none', language: 'da' })
    await issueResetLink({ ...work, actor: operator }, ines)
    for (const once of ['one', 'two']) await queueLetter(work, { ...letter, once, to: { address, name: null } })
    await work.db.updateTable('letters').set({ sent_at: work.at }).where('once', '=', 'one').execute()
    await saveRequest(work.db, { id: 'asked', at: work.at, askedBy: 'operator', startedAt: null })
  })
  const { file } = await makeBackup(town.house, 'operator')
  const dataDir = newFolder()
  const restored = await restoreCopy({ dataDir, file, demo: false, clock: movableClock('2026-11-22T13:00:00Z') })
  expect(restored.linksEnded).toBe(1)
  const there = await openTown(dataDir, { now: '2026-11-22T13:00:01Z' })
  const letters = await there.house.db.selectFrom('letters').select(['once', 'sent_at', 'held_at']).execute()
  const waiting = letters.filter((one) => one.sent_at === null)
  expect(waiting.length).toBe(restored.lettersHeld)
  expect(waiting.map((one) => one.once)).toContain('two')
  expect(waiting.every((one) => one.held_at !== null)).toBe(true)
  expect(letters.find((one) => one.once === 'one')?.held_at).toBeNull()
  const open = await there.house.db.selectFrom('backups').selectAll().where('finished_at', 'is', null).execute()
  expect(open).toEqual([])
  const told = await there.house.db
    .selectFrom('audit_events')
    .selectAll()
    .where('action', '=', 'backup.restored')
    .execute()
  expect(told).toMatchObject([{ actor_id: 'operator' }])
})

test('the copy itself is not touched by being restored', async () => {
  const { file, dataDir } = await oldAndNew()
  const before = readFileSync(file)
  await into(dataDir, file)
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(existsSync(`${file}-wal`)).toBe(false)
})
