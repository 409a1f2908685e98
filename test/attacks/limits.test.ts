import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance
let port: number

beforeAll(async () => {
  house = await openTestHouse()
  app = await buildApp(house)
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as { port: number }).port
})
afterAll(async () => {
  await app.close()
  await house.close()
})

/** Sends raw bytes and waits for the server to answer and close: seconds it took and what it said. */
function send(bytes: string): Promise<{ seconds: number; said: string }> {
  const begin = performance.now()
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => resolve({ seconds: (performance.now() - begin) / 1000, said }))
    socket.on('error', reject)
  })
}

const head = 'POST /language HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n'

test('half a header and half a body are waited for seconds, not for ever', async () => {
  const [header, body, idle] = await Promise.all([
    send('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '),
    send(`${head}Content-Length: 100\r\n\r\nlanguage=`),
    send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'),
  ])
  expect(header.seconds).toBeLessThan(9)
  expect(body.seconds).toBeLessThan(14)
  expect(idle.seconds).toBeLessThan(9)
  expect(header.said).toContain('408')
  expect(header.said.toLowerCase()).toContain('content-security-policy')
})

test.each([
  ['two lengths', `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nlangu`],
  ['a length and chunks', `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
])('a request with %s is refused', async (_name, bytes) => {
  expect((await send(bytes.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))).said).toMatch(/^HTTP\/1\.1 400/)
})

test('a header of 20 kB is refused', async () => {
  const { said } = await send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`)
  expect(said).toMatch(/^HTTP\/1\.1 431/)
})

const posted = (payload: string) =>
  app.inject({
    method: 'POST',
    url: '/language',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })

test('a body over 64 kB and more than 200 fields are refused in words', async () => {
  const large = await posted(`language=${'x'.repeat(70_000)}`)
  expect(large.statusCode).toBe(413)
  expect(large.body).toContain('Det fylder for meget')
  expect((await posted(Array.from({ length: 201 }, (_, n) => `f${n}=1`).join('&'))).statusCode).toBe(413)
})

test.each(['TRACE', 'PATCH', 'DELETE', 'PUT', 'PROPFIND'])('%s is spoken nowhere', async (method) => {
  const { said } = await send(`${method} /sign-in HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
  expect(said).toMatch(/^HTTP\/1\.1 (404|405|400)/)
})
