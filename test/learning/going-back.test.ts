import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { begin, study } from './run.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let attempt: { id: string; asked: readonly { id: string }[] }
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  await study(house, cast.ines, 'police')
  attempt = (await begin(house, cast.ines, 'police')) as typeof attempt
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (url: string, payload: string, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url, payload, headers: { ...form, ...headers } })

test('an answer given before going back or to the overview is kept, without JavaScript too', async () => {
  const cookie = await cookieOf(house, cast.ines)
  const n = attempt.asked.findIndex((asked) => asked.id === 'age') + 1
  const at = `/learning/attempts/${attempt.id}/questions/${n}`
  expect((await app.inject({ url: at, headers: { cookie } })).body).toContain('name="to" value="review"')

  const toReview = await post(at, 'choice=18&to=review', { cookie })
  expect(toReview.headers.location).toBe(`/learning/attempts/${attempt.id}/review`)
  const back = await post(at, 'choice=19&to=previous', { cookie })
  expect(back.headers.location).toBe(`/learning/attempts/${attempt.id}/${n > 1 ? `questions/${n - 1}` : 'review'}`)
  const kept = await house.db.selectFrom('answers').select('choice').where('question_id', '=', 'age').execute()
  expect(kept).toEqual([{ choice: '["19"]' }])
})

test('whose sign-in ended in the middle of a quiz comes back to the question after signing in', async () => {
  const at = `/learning/attempts/${attempt.id}/questions/2`
  const answer = await post(at, 'choice=1', { host: 'natteliv.example', referer: `http://natteliv.example${at}` })
  expect(answer.headers.location).toBe(`/sign-in?next=${at}`)
  const foreign = await post(at, 'choice=1', { host: 'natteliv.example', referer: 'https://evil.example/x' })
  expect(foreign.headers.location).toBe('/sign-in')
})
