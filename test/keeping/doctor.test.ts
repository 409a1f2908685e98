import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseFile } from '#db/open.ts'
import { makeBackup } from '#keeping/make-backup.ts'
import { runCli } from '../support/cli.ts'
import { ask, closeTown, newFolder, openTown } from './folder.ts'
import { aTown } from './running-town.ts'

interface Finding {
  what: string
  state: string
  text: string
}

async function examine(settings: Record<string, string>) {
  const { code, out } = await runCli(['doctor', '--json'], settings)
  const findings = JSON.parse(out) as Finding[]
  const of = (what: string) => findings.find((finding) => finding.what === what)
  return { code, of, findings }
}

test('the doctor finds a town well that is well, beside its server', async () => {
  const { settings } = await aTown()
  await runCli(['backup'], settings)
  const { code, of, findings } = await examine(settings)
  expect(findings.filter((finding) => finding.state === 'fault')).toEqual([])
  expect(code).toBe(0)
  expect(of('copies')).toMatchObject({ state: 'ok', text: expect.stringContaining('1 in ') })
  expect(of('server')?.text).toContain('a server is running')
  expect(of('employments')?.text).toContain('1 wait to be confirmed')
  const { out } = await runCli(['doctor'], settings)
  expect(out.trim().split('\n')).toHaveLength(findings.length)
  expect(out).toMatch(/^OK {6}settings/)
})

test('the doctor finds what is wrong, and says what to do', async () => {
  const { settings, dataDir } = await aTown({ running: false })
  chmodSync(dataDir, 0o755)
  mkdirSync(join(dataDir, 'damaged-2026-11-01T10-00-00Z'))
  const olga = ask(databaseFile(dataDir), "select id from people where login = 'olga@example.dk'")
  writeFileSync(join(dataDir, 'erased.jsonl'), `{"personId":"${olga}","erasedAt":"2026-11-01T10:00:00.000Z"}\n`)
  const tomorrow = Date.now() / 1000 + 86_400
  utimesSync(databaseFile(dataDir), tomorrow, tomorrow)
  const { code, of } = await examine({ ...settings, PORT: 'ninety', SMTP_URL: 'smtp://127.0.0.1:1' })
  expect(code).toBe(1)
  const states = ['settings', 'rights', 'left over', 'clock', 'erased', 'copies'].map(
    (what) => `${what} ${of(what)?.state}`,
  )
  expect(states).toEqual([
    'settings fault',
    'rights fault',
    'left over warning',
    'clock fault',
    'erased fault',
    'copies warning',
  ])
  expect(of('rights')?.text).toContain('chmod')
  expect(of('clock')?.text).toContain('the clock went back')
})

test('the doctor asks the mail server, and does not wait for ever', async () => {
  const { settings } = await aTown({ running: false })
  const { of, code } = await examine({ ...settings, SMTP_URL: 'smtp://127.0.0.1:1' })
  expect([code, of('mail')?.state]).toEqual([1, 'fault'])
})

test('the doctor tells a database that is damaged, and one that is not there', async () => {
  const { settings, dataDir } = await aTown({ running: false })
  writeFileSync(databaseFile(dataDir), 'rubbish')
  expect((await examine(settings)).of('database')?.text).toMatch(/not a database.*restore a copy/)
  expect((await examine({ DATA_DIR: newFolder() })).of('database')?.text).toContain('is not there')
})

test('a copy that is old or has changed since is a fault', async () => {
  const town = await openTown(newFolder(), { now: new Date(Date.now() - 30 * 3_600_000).toISOString() })
  const { file } = await makeBackup(town.house, 'clockwork')
  await closeTown(town)
  const settings = { DATA_DIR: town.dataDir }
  expect((await examine(settings)).of('copies')?.text).toContain('30 hours ago')
  writeFileSync(file, 'short')
  expect((await examine(settings)).of('copies')?.text).toContain('not the size')
})
