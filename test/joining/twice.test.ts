import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { tidyName } from '#base/text.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let poster: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  poster = `/join/${await getJoinCode(house.db, cast.havnen)}`
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const post = (payload: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: poster,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(payload).toString(),
  })

const mie = { name: 'Mie Krog', login: 'mie@example.dk', job: 'bar', password: 'blå lampe vejer regn 7' }

test('a form sent four times at once makes one person and lets all four in', async () => {
  const answers = await Promise.all([post(mie), post(mie), post(mie), post(mie)])
  expect(answers.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
    Array(4).fill([303, '/learning']),
  )
  expect(await house.db.selectFrom('people').select('id').where('login', '=', mie.login).execute()).toHaveLength(1)
})

test('whether a login exists is told only to a form whose tries are counted', async () => {
  for (const login of ['ines@example.dk', 'nobody@example.dk']) {
    const { statusCode, body } = await post({ login, password: 'x' })
    expect([login, statusCode, body.includes('Der er allerede en konto')]).toEqual([login, 422, false])
  }
  const answers = []
  for (let n = 0; n < 12; n++) answers.push((await post({ ...mie, login: 'ines@example.dk' })).statusCode)
  expect(answers).toContain(429)
})

test('somebody’s wrong codes do not shut a poster that is right', async () => {
  for (let n = 0; n < 35; n++) await app.inject(`/join/wrong${n}`)
  expect((await app.inject('/join/wrong99')).statusCode).toBe(429)
  expect((await app.inject(poster)).statusCode).toBe(200)
})

test('who belongs to the venue is told that nothing was changed', async () => {
  const cookie = await cookieOf(house, cast.ines)
  const answer = await post({ job: 'kitchen' }, { cookie })
  expect(answer.cookies.find((one) => one.name === 'flash')?.value).toBe('joining.alreadyThere')
})

test.each([
  ['\u200b\u2060\ufeff', ''],
  [' .-. ', ''],
  ['\u202eevil\u2066', 'evil'],
  ['  Åse\u00a0\u0000 Kjær ', 'Åse Kjær'],
  ['نور\u200cالدین', 'نور\u200cالدین'],
  ['王小明', '王小明'],
])('the name %j is kept as %j', (typed, kept) => {
  expect(tidyName(typed)).toBe(kept)
})
