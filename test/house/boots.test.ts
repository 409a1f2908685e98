import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'

const servers: RunningServer[] = []
const folders: string[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a real start on an empty folder prints a set-up link once, answers, and ends cleanly when told to', async () => {
  const server = await start({ DATA_DIR: newFolder() })
  const link = await server.says(/http:\/\/localhost:\d+\/setup\/[0-9a-z]{32}/)
  expect((await fetch(link.replace('localhost', '127.0.0.1'))).status).toBe(200)
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

  expect(await server.end('SIGTERM')).toBe(0)
})

test('told to end in the middle of work, it finishes what is in flight', async () => {
  const server = await start({ DATA_DIR: newFolder() })
  await server.says(/setup\/[0-9a-z]{32}/)
  const requests = await Promise.all(Array.from({ length: 20 }, () => beginRequest(server.port)))
  const ended = server.end('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const answers = await Promise.all(requests.map((request) => request.finish()))
  expect(answers.map((answer) => answer.split('\r\n')[0])).toEqual(Array(20).fill('HTTP/1.1 303 See Other'))
  expect(await ended).toBe(0)
})

/** A request whose head the server has taken, which it says by 100 Continue, and whose body is still to come. */
async function beginRequest(port: number): Promise<{ finish(): Promise<string> }> {
  const body = 'language=en&next=/verify'
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  socket.write(
    `POST /language HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  )
  while (!said.includes('100 Continue')) await new Promise((resolve) => setTimeout(resolve, 5))
  said = ''
  return {
    finish: async () => {
      socket.write(body)
      await new Promise((resolve) => socket.once('close', resolve))
      return said
    },
  }
}

test('wrong settings stop the start with one line per fault and exit code 78', async () => {
  const server = await start({
    PORT: 'ninety',
    BASE_URL: 'ftp://x',
    DATABASE_URL: 'postgres://x',
    DATA_DIR: newFolder(),
  })
  expect(await server.exit).toBe(78)
  const lines = server.output().trim().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines.join('\n')).toMatch(/PORT=ninety[\s\S]*BASE_URL=ftp[\s\S]*DATABASE_URL/)
})

test('a second server on the same data folder is refused', async () => {
  const folder = newFolder()
  const first = await start({ DATA_DIR: folder })
  await first.says(/setup\/[0-9a-z]{32}/)
  const second = await start({ DATA_DIR: folder })
  expect(await second.exit).toBe(1)
  expect(second.output()).toContain('another server is running')
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trygt-'))
  folders.push(folder)
  return folder
}

async function start(settings: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(ourServer, settings)
  servers.push(server)
  return server
}
