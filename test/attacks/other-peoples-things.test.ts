import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import type { Cast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addressOf, namesAThing } from '../support/matrix.ts'
import { fillPath } from '../support/paths.ts'
import { type RunningTown, settleRunningTown } from '../support/running-town.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let town: RunningTown
let cast: Cast

beforeAll(async () => {
  house = await openTestHouse()
  town = await settleRunningTown(house)
  cast = town.cast
  app = await buildApp(house)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const ask = async (who: string, method: string, url: string) => {
  const cookie = await cookieOf(house, who)
  const type = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const answer = await app.inject({ method: method as 'GET', url, headers: { cookie, ...type }, payload: 'choice=0' })
  return { status: answer.statusCode, body: answer.body }
}

test('the same addresses do answer their owner, so the test means something', async () => {
  const answers = await Promise.all([
    ask(cast.ines, 'GET', fillPath('/learning/attempts/:id/result', town.values)),
    ask(cast.ines, 'GET', fillPath('/certificates/:number', town.values)),
    ask(cast.marco, 'GET', fillPath('/venues/:venue', town.values)),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
})

test('what Noor tried changed nothing', async () => {
  const answers = () => house.db.selectFrom('answers').selectAll().execute()
  const deeds = () =>
    house.db.selectFrom('audit_events').select('action').where('actor_id', '=', cast.noor).orderBy('id').execute()
  const before = { answers: await answers(), deeds: await deeds() }
  const cookie = await cookieOf(house, cast.noor)
  for (const route of (await app.wholePlan()).filter((one) => one.method === 'POST' && one.door === 'signed-in'))
    if (namesAThing(route)) await send(cookie, addressOf(route, town.values))
  expect(await answers()).toEqual(before.answers)
  expect(await deeds()).toEqual([...before.deeds, { action: 'sign-in.started' }])
})

const send = (cookie: string, url: string) =>
  app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } })

test('a manager of Havnen and the association see no attempt and no certificate of Ines as their own', async () => {
  for (const who of [cast.marco, cast.olga])
    for (const path of ['/learning/attempts/:id/result', '/certificates/:number', '/certificates/:number.pdf'])
      expect((await ask(who, 'GET', fillPath(path, town.values))).status).toBe(404)
})
