import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance
const posts: string[] = []

beforeAll(async () => {
  house = await openTestHouse({ config: { demo: true } })
  app = await buildApp(house)
  await app.ready()
  for (const { method, path } of await app.wholePlan()) if (method === 'POST') posts.push(path.replaceAll(/:\w+/g, 'x'))
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const form = { 'content-type': 'application/x-www-form-urlencoded', host: 'natteliv.example' }
const asked = (url: string, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url, headers: { ...form, ...headers }, payload: 'person=ines&language=en' })

const foreign: readonly Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://natteliv.example.evil.example' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://natteliv.example' },
]

test.each(foreign)('a write with %o is refused everywhere and changes nothing', async (headers) => {
  expect(posts.length).toBeGreaterThan(40)
  for (const url of posts) {
    const answer = await asked(url, headers)
    expect([url, answer.statusCode]).toEqual([url, 403])
    expect(answer.headers).not.toHaveProperty('set-cookie')
  }
  expect(await house.db.selectFrom('audit_events').selectAll().execute()).toEqual([])
})

test('a write from our own page, or from a client that is no browser, goes through', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://natteliv.example' }, {}])
    expect((await asked('/language', headers)).statusCode).toBe(303)
})

test.each([
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded-not',
])('a body of %s is not read', async (type) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/language',
    headers: { 'content-type': type },
    payload: '{"language":"en"}',
  })
  expect(answer.statusCode).toBe(415)
})

test('names that belong to JavaScript itself are only names', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/language',
    headers: form,
    payload: '__proto__=x&constructor=y&__proto__[polluted]=1&language=en&next=/',
  })
  expect(answer.statusCode).toBe(303)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
