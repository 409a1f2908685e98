import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { guardDoors, openDoor } from '#web/doors.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
afterEach(() => house?.close())

test('a route without a door stops the start', async () => {
  const app = Fastify()
  guardDoors(app)
  expect(() => app.get('/x', async () => 'x')).toThrow('GET /x has no door')
  app.get('/y', openDoor, async () => 'y')
})

test('the site starts with every route behind a door, demo included', async () => {
  house = await openTestHouse({ config: { demo: true } })
  const app = await buildApp(house)
  await app.ready()
  const paths = (await app.wholePlan()).map((route) => route.path)
  for (const path of [
    '/',
    '/learning',
    '/verify/:number',
    '/coverage.csv',
    '/join/:code',
    '/setup/:token',
    '/demo/sign-in',
  ])
    expect(paths).toContain(path)
  await app.close()
})

test('signing in is asked for by what is behind a door, and the way back is remembered', async () => {
  house = await openTestHouse()
  const app = await buildApp(house)
  const answer = await app.inject({ url: '/learning' })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/sign-in?next=/learning')
  await app.close()
})

test('changing the language on the sign-in page keeps the way back', async () => {
  house = await openTestHouse()
  const app = await buildApp(house)
  const page = await app.inject('/sign-in?next=/learning/grundkursus')
  const here = /name="next" value="([^"]*)"><button[^>]*name="language"/.exec(page.body)?.[1] ?? ''
  const chosen = await app.inject({
    method: 'POST',
    url: '/language',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ language: 'en', next: here }).toString(),
  })
  expect(chosen.headers.location).toBe('/sign-in?next=/learning/grundkursus')
  await app.close()
})
