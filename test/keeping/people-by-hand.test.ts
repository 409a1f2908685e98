import { expect, test } from 'vitest'
import { databaseFile } from '#db/open.ts'
import { lastLine, runCli } from '../support/cli.ts'
import { ask } from './folder.ts'
import { aTown } from './running-town.ts'

test('a person is entered beside the server, and the link opens the account once', async () => {
  const { settings, url, dataDir } = await aTown()
  const { code, out } = await runCli(['add-person', 'Kim  Holm', 'KIM@example.dk'], settings)
  expect(code).toBe(0)
  const path = new URL(lastLine(out)).pathname
  expect(path).toMatch(/^\/invitation\/[0-9a-z]{32}$/)
  const page = await (await fetch(url + path)).text()
  expect(page).toContain('Kim Holm')
  expect(page).toContain('Holstebro')
  const again = await runCli(['add-person', 'Kim Holm', 'kim@example.dk'], settings)
  expect((await fetch(url + path)).status).toBe(410)
  expect((await fetch(url + new URL(lastLine(again.out)).pathname)).status).toBe(200)
  expect(ask(databaseFile(dataDir), "select count(*) from people where login = 'kim@example.dk'")).toBe(1)
  expect(ask(databaseFile(dataDir), "select actor_id from audit_events where action = 'person.entered'")).toBe(
    'operator',
  )
})

test('whoever has an account gets the role at once, anybody else the link that gives it', async () => {
  const { settings, url, dataDir } = await aTown()
  const known = await runCli(['add-person', 'Noor', 'noor@example.dk', '--role', 'trainer'], settings)
  expect([known.code, known.out.trim()]).toEqual([0, 'noor@example.dk has an account, and is trainer from today.'])
  const rolesOf = (login: string) =>
    ask(
      databaseFile(dataDir),
      'select group_concat(role) from role_facts join people on people.id = person_id where login = ?',
      login,
    )
  expect(rolesOf('noor@example.dk')).toBe('trainer')

  const manager = ['add-person', 'Kim Holm', '+45 22 33 44 55', '--role', 'manager', '--venue', 'kilden']
  const fresh = await runCli(manager, settings)
  expect(fresh.code).toBe(0)
  const page = await (await fetch(url + new URL(lastLine(fresh.out)).pathname)).text()
  expect(page).toContain('Kilden')
  expect(ask(databaseFile(dataDir), "select count(*) from people where login = '+4522334455'")).toBe(0)
})

test.each([
  [['x', 'not a login'], /neither an e-mail address nor a mobile number/],
  [['\u200b', 'a@example.dk'], /name is empty/],
  [['Kim', 'a@example.dk', '--role', 'boss'], /must be one of/],
  [['Kim', 'a@example.dk', '--role', 'manager'], /belong together/],
  [['Kim', 'a@example.dk', '--venue', 'havnen'], /belong together/],
  [['Kim', 'a@example.dk', '--role', 'manager', '--venue', 'nowhere'], /no such venue/],
  [['Olga', 'olga@example.dk'], /has an account already/],
])('add-person %j is refused in words, and nothing is written', async (args, says) => {
  const { settings, dataDir } = await aTown({ running: false })
  const { code, out, err } = await runCli(['add-person', ...args], settings)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(says)
  expect(ask(databaseFile(dataDir), "select count(*) from audit_events where actor_id = 'operator'")).toBe(0)
})

test('the association gets back in by the command line, and by nothing older', async () => {
  const { settings, url, dataDir } = await aTown()
  const first = await runCli(['reset-link', 'Olga@example.dk'], settings)
  const second = await runCli(['reset-link', 'olga@example.dk'], settings)
  const path = (out: string) => new URL(lastLine(out)).pathname
  expect(path(first.out)).toMatch(/^\/reset\/[0-9a-z]{32}$/)
  expect((await fetch(url + path(first.out))).status).not.toBe(200)
  expect((await fetch(url + path(second.out))).status).toBe(200)
  expect(ask(databaseFile(dataDir), "select actor_id from audit_events where action = 'reset-link.issued'")).toBe(
    'operator',
  )
  const unknown = await runCli(['reset-link', 'nobody@example.dk'], settings)
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('nobody signs in with')])
})
