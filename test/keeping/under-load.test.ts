import Database from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { databaseFile } from '#db/open.ts'
import { lastLine, runCli } from '../support/cli.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { type Learner, settleOnDisk } from '../support/town-on-disk.ts'
import { ask, newFolder } from './folder.ts'

const clients = 20
/** Milliseconds between the answers of one client: 200 answers a second together. */
const every = 100

const servers: RunningServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end('SIGKILL')
})

async function start(dataDir: string): Promise<RunningServer> {
  const server = await startServer(ourServer, { DATA_DIR: dataDir })
  servers.push(server)
  await server.says(/Trygt Natteliv: /)
  return server
}

/** A client answers its number question with 1, 2, 3 …: the last number confirmed, and the last one sent. */
interface Client extends Learner {
  confirmed: number
  sent: number
}

const pageOf = (server: RunningServer, { attemptId, numberAt }: Learner) =>
  `${server.url}/learning/attempts/${attemptId}/questions/${numberAt}`

async function answer(server: RunningServer, client: Client): Promise<void> {
  const body = new URLSearchParams({ choice: String(++client.sent) })
  const { cookie } = client
  const { status } = await fetch(pageOf(server, client), {
    method: 'POST',
    headers: { cookie },
    body,
    redirect: 'manual',
  })
  if (status !== 303) throw new Error(`answered with ${status}`)
  client.confirmed = client.sent
}

/** Two hundred answers a second until it is told to stop; how many were confirmed, and the longest time in which none was. */
function storm(server: RunningServer, all: readonly Client[]) {
  const until = { stopped: false }
  const figures = { silence: 0, confirmed: 0 }
  let last = performance.now()
  const run = async (client: Client, n: number) => {
    let next = performance.now() + (n * every) / clients
    while (!until.stopped) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
      next = Math.max(next + every, performance.now())
      await answer(server, client)
      figures.silence = Math.max(figures.silence, performance.now() - last)
      last = performance.now()
      figures.confirmed++
    }
  }
  const done = Promise.all(all.map(run))
  return {
    figures,
    stop: async () => {
      until.stopped = true
      await done
    },
  }
}

/** Twenty-five megabytes of audit, so that copying takes a while. */
function makeLarge(dataDir: string): void {
  const database = new Database(databaseFile(dataDir))
  const insert = database.prepare(
    "insert into audit_events values (?, '2026-01-01T00:00:00.000Z', 'clockwork', 'x', ?, null, null, '{}')",
  )
  database.transaction(() => {
    for (let n = 0; n < 50_000; n++) insert.run(`large-${n}`, `${n}`.padEnd(400, 'x'))
  })()
  database.close()
}

const answerIn = (file: string, { attemptId }: Learner): number => {
  const choice = ask(file, "select choice from answers where attempt_id = ? and question_id = 'age'", attemptId)
  return Number((JSON.parse(choice as string) as string[])[0])
}

const showPage = async (server: RunningServer, client: Client) =>
  (await fetch(pageOf(server, client), { headers: { cookie: client.cookie } })).text()

test('a copy made while 200 answers a second are saved, restored elsewhere, holds all that was confirmed before', {
  timeout: 120_000,
}, async () => {
  const dataDir = newFolder()
  const [quiet, ...all] = (await settleOnDisk(dataDir, clients + 1)).map((one) => ({
    ...one,
    confirmed: 0,
    sent: 0,
  })) as [Client, ...Client[]]
  makeLarge(dataDir)
  const old = await start(dataDir)
  for (let n = 0; n < 42; n++) await answer(old, quiet)
  const running = storm(old, all)
  while (all.some((client) => client.confirmed < 3)) await new Promise((resolve) => setTimeout(resolve, 50))

  const before = all.map((client) => client.confirmed)
  Object.assign(running.figures, { silence: 0, confirmed: 0 })
  const [first, second] = await Promise.all([
    runCli(['backup'], { DATA_DIR: dataDir }),
    runCli(['backup'], { DATA_DIR: dataDir }),
  ])
  const during = { ...running.figures }
  await running.stop()
  expect([first.code, second.code]).toEqual([0, 0])
  expect(during.confirmed).toBeGreaterThan(clients * 2)
  expect(during.silence).toBeLessThan(1500)

  const lastOfOld = await showPage(old, quiet)
  expect(lastOfOld).toContain('value="42"')
  await old.end()
  for (const { out } of [first, second]) {
    const file = lastLine(out)
    const elsewhere = newFolder()
    const restored = await runCli(['restore', file], { DATA_DIR: elsewhere })
    expect([restored.code, restored.err]).toEqual([0, ''])
    const kept = all.map((client) => answerIn(databaseFile(elsewhere), client))
    const lost = all.filter((client, n) => (kept[n] ?? 0) < (before[n] ?? 0) || (kept[n] ?? 0) > client.sent)
    expect([before.every((count) => count > 0), lost]).toEqual([true, []])

    const fresh = await start(elsewhere)
    expect(await showPage(fresh, quiet)).toBe(lastOfOld)
    for (const [n, client] of all.entries()) expect(await showPage(fresh, client)).toContain(`value="${kept[n]}"`)
    await fresh.end()
  }
})
