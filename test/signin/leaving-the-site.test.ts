import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { post } from './post.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
beforeAll(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const hostile = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/\tevil.example',
  '/\n/evil.example',
  '/ok\r\nset-cookie: a=b',
  ' //evil.example',
  '/@evil.example',
  '／／evil.example',
  'evil.example',
  '.evil.example',
  `/${'a'.repeat(600)}`,
]

test.each(hostile)('nobody is led away by next=%j', async (next) => {
  const ines = await cookieOf(house, cast.ines)
  const here = (location: unknown) => {
    expect(String(location)).toMatch(/^\/(learning)?$/)
  }
  const shown = await app.inject({ url: `/sign-in?next=${encodeURIComponent(next)}`, headers: { cookie: ines } })
  here(shown.headers.location)
  here((await post(app, '/language', { language: 'da', next })).headers.location)
  here((await post(app, '/sign-out', { next }, { cookie: ines })).headers.location)
  const page = await app.inject({ url: `/sign-in?next=${encodeURIComponent(next)}` })
  expect(page.body.split('</main>')[0]).not.toContain('name="next"')
})

test('the language is kept on the device, with the person when signed in, and one stays on the page', async () => {
  const stranger = await post(app, '/language', { language: 'da', next: '/sign-in' })
  expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/sign-in'])
  expect(stranger.cookies).toMatchObject([{ name: 'language', value: 'da' }])

  const cookie = await cookieOf(house, cast.noor)
  await post(app, '/language', { language: 'da', next: '/learning' }, { cookie })
  const row = await house.db.selectFrom('people').select('language').where('id', '=', cast.noor).executeTakeFirst()
  expect(row?.language).toBe('da')
  expect(
    (await app.inject({ url: '/learning', headers: { cookie: await cookieOf(house, cast.noor) } })).body,
  ).toContain('<html lang="da">')
})

test('a language that is none changes nothing', async () => {
  const answer = await post(app, '/language', { language: 'xx', next: '/' })
  expect([answer.statusCode, answer.cookies]).toEqual([303, []])
})

test('signing out takes the cookie back and cannot be done by another site', async () => {
  const cookie = await cookieOf(house, cast.ines)
  const foreign = await app.inject({
    method: 'POST',
    url: '/sign-out',
    headers: { cookie, 'sec-fetch-site': 'cross-site' },
  })
  expect(foreign.statusCode).toBe(403)
  const answer = await post(app, '/sign-out', {}, { cookie })
  expect(answer.cookies).toMatchObject([{ name: 'session', value: '', maxAge: 0 }])
  expect((await app.inject({ url: '/learning', headers: { cookie } })).statusCode).toBe(303)
})
