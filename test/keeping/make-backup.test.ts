import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { instantOf } from '#base/dates.ts'
import { newId } from '#base/ids.ts'
import { readErased } from '#db/erased.ts'
import { inWork } from '#db/work.ts'
import { backUpHourly, isDue } from '#keeping/back-up-hourly.ts'
import { endUnfinished } from '#keeping/end-unfinished.ts'
import { answerRequests, makeBackup } from '#keeping/make-backup.ts'
import { readManifest } from '#keeping/manifest.ts'
import { saveRequest } from '#keeping/store.ts'
import { operator } from '#policy.ts'
import { ask, newFolder, openTown } from './folder.ts'

const copies = (dataDir: string) => readdirSync(join(dataDir, 'backups')).sort()
const rows = (of: Awaited<ReturnType<typeof openTown>>) =>
  of.house.db.selectFrom('backups').selectAll().orderBy('asked_at').orderBy('id').execute()

test('a copy is one file for its owner alone, verified, with a manifest that says what is in it', async () => {
  const town = await openTown()
  const { file, manifest } = await makeBackup(town.house, 'clockwork')
  expect(copies(town.dataDir)).toEqual([
    'trygt-natteliv-2026-11-22T12-00-00Z.db',
    'trygt-natteliv-2026-11-22T12-00-00Z.json',
  ])
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  expect(manifest).toMatchObject({ sha256, bytes: statSync(file).size, madeAt: '2026-11-22T12:00:00.000Z' })
  expect(manifest).toMatchObject({ appVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/), rows: { partnership: 1 } })
  expect(readManifest(file)).toEqual(manifest)
  expect(ask(file, 'select name from partnership')).toBe('Holstebro')
  expect(ask(file, 'pragma journal_mode')).toBe('delete')
  for (const one of [...copies(town.dataDir), '']) {
    const mode = statSync(join(town.dataDir, 'backups', one)).mode & 0o777
    expect([one, mode]).toEqual([one, one ? 0o600 : 0o700])
  }
  expect(await rows(town)).toMatchObject([{ asked_by: 'clockwork', file, sha256, fault: null }])
  const events = await town.house.db
    .selectFrom('audit_events')
    .selectAll()
    .where('action', '=', 'backup.made')
    .execute()
  expect(events).toMatchObject([{ actor_id: 'clockwork', person_id: null }])
})

test('two copies in the same second are two files', async () => {
  const { house, dataDir } = await openTown()
  const [one, other] = await Promise.all([makeBackup(house, 'clockwork'), makeBackup(house, 'operator')])
  expect(one.file).not.toBe(other.file)
  expect(copies(dataDir).filter((name) => name.endsWith('.db'))).toHaveLength(2)
})

test('one copy answers everybody who has asked by then, once', async () => {
  const town = await openTown()
  expect(await answerRequests(town.house)).toBeNull()
  for (let n = 0; n < 2; n++)
    await inWork(town.house, operator, ({ db, at }) =>
      saveRequest(db, { id: newId(), at, askedBy: 'operator', startedAt: null }),
    )
  const answers = await Promise.all([answerRequests(town.house), answerRequests(town.house)])
  const made = answers.filter((answer) => answer !== null)
  expect(made).toHaveLength(1)
  expect((await rows(town)).map((row) => row.file)).toEqual([made[0]?.file, made[0]?.file])
  expect(await answerRequests(town.house)).toBeNull()
})

test('a copy that fails leaves nothing half, and says why', async () => {
  const town = await openTown()
  const copyTo = async (file: string) => {
    writeFileSync(file, 'half of it')
    throw new Error('database or disk is full')
  }
  await expect(makeBackup({ ...town.house, copyTo }, 'clockwork')).rejects.toThrow('disk is full')
  expect(copies(town.dataDir)).toEqual([])
  expect(await rows(town)).toMatchObject([{ file: null, fault: 'database or disk is full' }])
})

test('a copy that is not whole is not kept', async () => {
  const town = await openTown()
  const copyTo = async (file: string) => {
    await town.house.copyTo(file)
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 4096 * 5, 4096 * 8))
  }
  await expect(makeBackup({ ...town.house, copyTo }, 'clockwork')).rejects.toThrow('damaged')
  expect(copies(town.dataDir)).toEqual([])
})

test('what a copy that was killed left behind goes with the next one', async () => {
  const { house, dataDir } = await openTown()
  mkdirSync(join(dataDir, 'backups'))
  for (const left of ['x.db.part', 'x.db.part-journal', 'x.json', 'y.json.part'])
    writeFileSync(join(dataDir, 'backups', left), 'x')
  await makeBackup(house, 'clockwork')
  expect(copies(dataDir).filter((name) => !name.startsWith('trygt'))).toEqual([])
})

test('old copies are deleted with their manifests and rows; other files stay', async () => {
  const town = await openTown(undefined, { now: '2026-11-01T08:00:00Z' })
  for (const day of ['2026-11-01T08', '2026-11-01T09', '2026-11-02T09', '2026-11-03T09', '2026-11-04T09']) {
    town.clock.moveTo(`${day}:00:00Z`)
    await makeBackup(town.house, 'clockwork')
  }
  writeFileSync(join(town.dataDir, 'backups/mine.db'), 'mine')
  town.clock.moveTo('2027-02-01T08:00:00Z')
  await makeBackup(town.house, 'clockwork')
  const days = ['2026-11-03T09-00-00Z', '2026-11-04T09-00-00Z', '2027-02-01T08-00-00Z']
  expect(copies(town.dataDir)).toEqual([
    'mine.db',
    ...days.flatMap((day) => ['db', 'json'].map((end) => `trygt-natteliv-${day}.${end}`)),
  ])
  expect(await rows(town)).toHaveLength(1)
})

test.each([
  ['never made', null, null, true],
  ['an hour ago', '2026-11-22T11:00:00.000Z', null, true],
  ['59 minutes ago', '2026-11-22T11:01:00.000Z', null, false],
  ['never made, tried five minutes ago', null, '2026-11-22T11:55:00.000Z', false],
  ['never made, tried ten minutes ago', null, '2026-11-22T11:50:00.000Z', true],
  ['made in a future that a wrong clock believed in', '2027-11-22T11:50:00.000Z', '2027-11-22T11:50:00.000Z', true],
])('is it time for a copy? %s', (_case, madeAt, triedAt, due) =>
  expect(isDue({ madeAt, triedAt: triedAt ?? madeAt }, new Date('2026-11-22T12:00:00Z'))).toBe(due),
)

test('a real town copies itself every hour, a demo never', async () => {
  const town = await openTown()
  expect(await backUpHourly(town.house)).not.toBeNull()
  expect(await backUpHourly(town.house)).toBeNull()
  town.clock.moveTo('2026-11-22T13:00:01Z')
  expect(await backUpHourly(town.house)).not.toBeNull()
  const demo = await openTown(newFolder(), { demo: true })
  expect(await backUpHourly(demo.house)).toBeNull()
  expect(existsSync(join(demo.dataDir, 'backups'))).toBe(false)
})

test('what a server was making when it was killed is told at the next start; who has just asked still waits', async () => {
  const town = await openTown()
  const saved = async (startedAt: string | null) =>
    inWork(town.house, operator, async ({ db, at }) =>
      saveRequest(db, { id: newId(), at, askedBy: 'operator', startedAt }),
    )
  await saved(instantOf(town.clock()))
  await saved(null)
  await endUnfinished(town.house)
  const faults = new Map((await rows(town)).map((row) => [row.started_at !== null, row.fault]))
  expect(faults).toEqual(
    new Map([
      [true, 'the server ended before it was made'],
      [false, null],
    ]),
  )
  town.clock.moveTo('2026-11-22T12:05:01Z')
  await endUnfinished(town.house)
  expect((await rows(town)).every((row) => row.fault !== null)).toBe(true)
})

test('every copy makes the list of erased people whole again', async () => {
  const { house, dataDir } = await openTown()
  await inWork(house, operator, async ({ db, at, newId }) => {
    const id = newId()
    await db.insertInto('people').values({ id, language: 'da', joined_at: at, erased_at: at }).execute()
  })
  await makeBackup(house, 'clockwork')
  expect(readErased(dataDir)).toHaveLength(1)
})
