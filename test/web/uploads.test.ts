import { connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '#base/refusal.ts'
import { readBodies } from '#web/bodies.ts'
import { readUpload, takeUploads } from '#web/uploads.ts'
import { multipart, type Part } from '../support/multipart.ts'

let app: FastifyInstance

beforeEach(async () => {
  app = Fastify({
    requestTimeout: 1_000,
    http: { headersTimeout: 500, requestTimeout: 1_000, connectionsCheckingInterval: 100 },
    forceCloseConnections: true,
  })
  readBodies(app)
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error instanceof Refusal ? 413 : (error.statusCode ?? 500)).send(error.message),
  )
  app.post('/plain', async (request) => request.body)
  await app.register(async (uploading) => {
    takeUploads(uploading)
    uploading.post('/list', async (request) => {
      const { fields, file } = await readUpload(request, { file: 'list', largest: 1000 })
      return { fields, file: file && { name: file.name, bytes: file.bytes.toString('latin1') } }
    })
  })
})
afterEach(() => app.close())

const send = (payload: Buffer | string, headers: Record<string, string>, url = '/list') =>
  app.inject({ method: 'POST', url, payload, headers })
const sendParts = (...parts: Part[]) => {
  const { payload, headers } = multipart(parts)
  return send(payload, headers)
}
const file = (bytes: Uint8Array, name = 'list.csv', field = 'list'): Part => ({ name: field, file: name, bytes })
const ofSize = (size: number) => Buffer.alloc(size, 'x')

test('fields and the file come through as they were sent', async () => {
  const answer = await sendParts({ name: 'job', text: 'bår' }, file(Buffer.from([0, 255, 13, 10, 45, 45])))
  expect(answer.json()).toEqual({
    fields: { job: 'bår' },
    file: { name: 'list.csv', bytes: '\0\xff\r\n--' },
  })
})

test('a file field left empty is no file, and a plain form works too', async () => {
  expect((await sendParts(file(Buffer.alloc(0), ''))).json()).toEqual({ fields: {}, file: null })
  const plain = await send('job=bar', { 'content-type': 'application/x-www-form-urlencoded' })
  expect(plain.json()).toEqual({ fields: { job: 'bar' }, file: null })
})

test('where nobody asked for files, a form with one is refused', async () => {
  const { payload, headers } = multipart([file(ofSize(3))])
  expect((await send(payload, headers, '/plain')).statusCode).toBe(415)
})

test('a file may be as large as was said and not a byte larger', async () => {
  expect((await sendParts(file(ofSize(1000)))).statusCode).toBe(200)
  expect((await sendParts(file(ofSize(1001)))).statusCode).toBe(413)
  expect((await sendParts(file(ofSize(3_000_000)))).statusCode).toBe(413)
})

test('too many fields and too long ones are refused', async () => {
  const fields = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `f${n}`, text: 'x' }))
  expect((await sendParts(...fields(20))).statusCode).toBe(200)
  expect((await sendParts(...fields(21))).statusCode).toBe(413)
  expect((await sendParts({ name: 'long', text: 'x'.repeat(64 * 1024 + 1) })).statusCode).toBe(413)
})

test('two files, a file in another field and a field sent twice are refused', async () => {
  const one = file(ofSize(3))
  expect((await sendParts(one, one)).statusCode).toBe(400)
  expect((await sendParts(file(ofSize(3), 'a.csv', 'other'))).statusCode).toBe(400)
  const job = { name: 'job', text: 'bar' }
  expect((await sendParts(job, job)).statusCode).toBe(400)
})

test('what a file is called leads nowhere', async () => {
  const names = ['../../etc/passwd', 'C:\\Windows\\list.csv', 'a\u202egnp.exe']
  const shown = await Promise.all(names.map(async (name) => (await sendParts(file(ofSize(1), name))).json().file.name))
  expect(shown).toEqual(['passwd', 'list.csv', 'agnp.exe'])
})

test('a field called after the prototype is a field like any other', async () => {
  const answer = await sendParts({ name: '__proto__', text: 'x' })
  expect([answer.statusCode, answer.body]).toEqual([200, '{"fields":{"__proto__":"x"},"file":null}'])
})

test('a body without a boundary, an empty one and one that breaks off are refused at once', async () => {
  const { payload, headers } = multipart([{ name: 'job', text: 'bar' }, file(ofSize(200))])
  const type = headers['content-type'] as string
  expect((await send(payload, { 'content-type': 'multipart/form-data' })).statusCode).toBe(400)
  expect((await send('', headers)).statusCode).toBe(400)
  expect((await send('hello', headers)).statusCode).toBe(400)
  for (let end = 1; end < payload.length - 4; end += 7)
    expect([end, (await send(payload.subarray(0, end), { 'content-type': type })).statusCode]).toEqual([end, 400])
})

test('a sender that stops half-way is not waited for', async () => {
  const url = new URL(await app.listen({ port: 0 }))
  const { payload, headers } = multipart([file(ofSize(500))])
  const answer = await new Promise<string>((resolve) => {
    let said = ''
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.write(`POST /list HTTP/1.1\r\nhost: x\r\ncontent-type: ${headers['content-type']}\r\n`)
      socket.write(`content-length: ${payload.length}\r\n\r\n`)
      socket.write(payload.subarray(0, 100))
    })
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => resolve(said))
  })
  expect(answer).toMatch(/^HTTP\/1.1 40[08]/)
}, 10_000)
