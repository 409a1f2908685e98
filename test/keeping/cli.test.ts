import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastLine, runCli } from '../support/cli.ts'
import { ask, newFolder } from './folder.ts'
import { aTown, stopServer } from './running-town.ts'

test.each([
  [[], /Usage: npm run cli -- <verb>/],
  [['backpu'], /Usage: npm run cli -- <verb>/],
  [['toString'], /Usage: npm run cli -- <verb>/],
  [['restore'], /Usage: npm run cli -- restore FILE/],
  [['restore', 'a', 'b'], /Usage: npm run cli -- restore FILE/],
  [['backup', '--now'], /Usage: npm run cli -- backup/],
  [['add-person', 'Olga'], /Usage: npm run cli -- add-person NAME LOGIN/],
  [['reset-link'], /Usage: npm run cli -- reset-link LOGIN/],
])('%j is wrong usage', async (args, says) => {
  const { code, out, err } = await runCli(args, { DATA_DIR: newFolder() })
  expect([code, out]).toEqual([64, ''])
  expect(err).toMatch(says)
})

test('wrong settings end a verb with a line for each and 78, as they end the start', async () => {
  const { code, err } = await runCli(['backup'], { DATA_DIR: newFolder(), PORT: 'ninety', BASE_URL: 'ftp://x' })
  expect([code, err.trim().split('\n').length]).toEqual([78, 2])
})

test('a folder without a database is not backed up, and nothing is made in it', async () => {
  const { code, err } = await runCli(['backup'], { DATA_DIR: '/tmp/no-such-folder' })
  expect([code, err.trim()]).toEqual([1, 'there is no database in /tmp/no-such-folder: is DATA_DIR right?'])
})

test('a server that runs makes the copy, restoring waits until it is stopped, then its copy is made here', async () => {
  const { dataDir, settings } = await aTown()
  const made = await runCli(['backup'], settings)
  expect([made.code, made.err]).toEqual([0, expect.stringContaining('A server is running')])
  const file = lastLine(made.out)
  expect(ask(file, 'select count(*) from venues')).toBe(2)
  const refused = await runCli(['restore', file], settings)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('stop it first')

  await stopServer()
  const alone = await runCli(['backup'], settings)
  expect([alone.code, alone.err]).toEqual([0, expect.stringContaining('No server is running')])
  const restored = await runCli(['restore', file], settings)
  expect(restored.code).toBe(0)
  expect(restored.out).toMatch(/2 venues[\s\S]*People erased again: 0\.[\s\S]*Start the server/)
  expect(restored.out).toContain(join(dataDir, 'damaged-'))
})
