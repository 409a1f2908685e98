import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { databaseFile } from '#db/open.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { type Learner, settleOnDisk } from '../support/town-on-disk.ts'

const rounds = 25
const clients = 20

/** A client answers its number question with 1, 2, 3 …: the last number confirmed, and the last one sent. */
interface Client extends Learner {
  confirmed: number
  sent: number
}

test('killing the server 25 times in a storm of answers loses none that was confirmed', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trygt-kill-'))
  const all: Client[] = (await settleOnDisk(folder, clients)).map((learner) => ({ ...learner, confirmed: 0, sent: 0 }))

  for (let round = 0; round < rounds; round++) {
    const server = await startServer(ourServer, { DATA_DIR: folder })
    await server.says(/Trygt Natteliv: /)
    const before = all.map((client) => client.confirmed)
    const storms = all.map((client) => storm(server, client))
    await everyClientConfirmed(all, before)
    await new Promise((resolve) => setTimeout(resolve, 100 + ((round * 97) % 400)))
    await server.end('SIGKILL')
    await Promise.all(storms)
    expect(all.filter((client) => !isKept(folder, client))).toEqual([])
  }

  expect(all.every((client) => client.confirmed >= rounds)).toBe(true)
  expect(all.reduce((sum, client) => sum + client.confirmed, 0)).toBeGreaterThan(rounds * clients)
  expect(whole(folder)).toBe('ok')
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until every client has had an answer confirmed since: a kill before that would prove nothing about it. */
async function everyClientConfirmed(all: readonly Client[], before: readonly number[]): Promise<void> {
  const isWaiting = () => all.some((client, n) => client.confirmed <= (before[n] ?? 0))
  while (isWaiting()) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Sends one number after the other until the server is gone. */
async function storm(server: RunningServer, client: Client): Promise<void> {
  for (;;) {
    client.sent++
    try {
      const answer = await fetch(`${server.url}/learning/attempts/${client.attemptId}/questions/${client.numberAt}`, {
        method: 'POST',
        headers: { cookie: client.cookie },
        body: new URLSearchParams({ choice: String(client.sent) }),
        redirect: 'manual',
      })
      if (answer.status !== 303) throw new Error(`answered with ${answer.status}`)
      client.confirmed = client.sent
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

/** What the file holds is the last number confirmed, or a later one that was on its way when the server was killed. */
function isKept(folder: string, client: Client): boolean {
  const database = new Database(databaseFile(folder), { readonly: true })
  const text = database
    .prepare("select choice from answers where attempt_id = ? and question_id = 'age'")
    .pluck()
    .get(client.attemptId) as string | undefined
  database.close()
  const kept = text === undefined ? 0 : Number((JSON.parse(text) as string[])[0])
  return client.confirmed <= kept && kept <= client.sent
}

function whole(folder: string): unknown {
  const database = new Database(databaseFile(folder), { readonly: true })
  const verdict = database.pragma('integrity_check', { simple: true })
  database.close()
  return verdict
}
