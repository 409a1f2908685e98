import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
beforeAll(async () => {
  house = await openTestHouse({ config: { demo: true } })
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

test.each(['/', '/demo', '/sign-in', '/verify', '/verify/0', '/join/unknown1', '/nowhere', '/setup/unknown'])(
  'in a demo town %s is marked as one',
  async (url) => {
    expect((await app.inject(url)).body).toContain('<strong>DEMO</strong>')
  },
)

test.each(['/venues/havnen', '/venues/havnen/poster', '/coverage', '/learning'])(
  'in a demo town %s is marked as one for who sees it',
  async (url) => {
    const cookie = await cookieOf(house, cast.olga)
    const { statusCode, body } = await app.inject({ url, headers: { cookie } })
    expect(statusCode).toBe(200)
    expect(body).toContain('DEMO')
  },
)

test('a real town is not', async () => {
  const real = await openTestHouse()
  const site = await buildApp(real)
  for (const url of ['/', '/nowhere', '/verify']) expect((await site.inject(url)).body).not.toContain('DEMO')
  expect((await site.inject('/demo')).statusCode).toBe(404)
  await site.close()
  await real.close()
})
