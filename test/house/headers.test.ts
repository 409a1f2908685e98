import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance
beforeEach(async () => {
  house = await openTestHouse()
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const addresses = [
  '/',
  '/sign-in',
  '/learning',
  '/verify',
  '/verify/123',
  '/nowhere',
  '/static/nothing',
  '/%zz',
  '/healthz',
]

test.each(addresses)('%s carries the headers that protect a reader', async (url) => {
  const { headers } = await app.inject({ url })
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': expect.stringContaining('no-store'),
  })
  expect(String(headers['referrer-policy'])).toMatch(/same-origin|no-referrer/)
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('server')
})

test('on https the browser is told to stay there, and cookies are for this host alone', async () => {
  const secure = await openTestHouse({ config: { baseUrl: 'https://natteliv.example' } })
  const site = await buildApp(secure)
  const page = await site.inject({ url: '/sign-in' })
  expect(page.headers['strict-transport-security']).toContain('max-age=63072000')
  const chosen = await site.inject({
    method: 'POST',
    url: '/language',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'language=en&next=/',
  })
  expect(chosen.headers['set-cookie']).toMatch(/Secure/)
  await site.close()
  await secure.close()
})

test('static files are kept for a year under the hash of their content, packed for who can unpack', async () => {
  const page = await app.inject({ url: '/' })
  const style = /href="(\/static\/site\.[\w-]+\.css)"/.exec(page.body)?.[1] as string
  const plain = await app.inject({ url: style })
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const packed = await app.inject({ url: style, headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
})
