import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import type { DoorPlan } from '#web/doors.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addressOf, hasSomething, isAllowed, namesAThing } from '../support/matrix.ts'
import { type RunningTown, settleRunningTown } from '../support/running-town.ts'
import { cookieOf } from '../support/sign-in.ts'

const file = join(import.meta.dirname, 'matrix.txt')
let house: TestHouse
let app: FastifyInstance
let town: RunningTown

beforeAll(async () => {
  house = await openTestHouse()
  town = await settleRunningTown(house)
  app = await buildApp(house)
  await app.ready()
  plan = await app.wholePlan()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

let plan: readonly DoorPlan[]
const guarded = () => plan.filter((route) => route.door === 'signed-in')
const actorOf = (who: string) => house.actor(town.people[who] as string)

async function ask(who: string, { method }: DoorPlan, url: string) {
  const cookie = await cookieOf(house, town.people[who] as string)
  const type = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const answer = await app.inject({ method: method as 'GET', url, headers: { cookie, ...type }, payload: '' })
  return { status: answer.statusCode, body: answer.body }
}

async function table(): Promise<string> {
  const lines: string[] = []
  for (const route of guarded()) {
    const who: string[] = []
    for (const name of Object.keys(town.people)) if (isAllowed(route, await actorOf(name), town.thing)) who.push(name)
    const about = namesAThing(route) ? 'Ines’ or Havnen’s' : 'one’s own'
    lines.push(
      `${route.method.padEnd(4)} ${route.path.padEnd(62)} ${String(route.asks).padEnd(18)} ${about.padEnd(17)} ${who.join(' ')}`,
    )
  }
  return `${['Every route behind a door: the rule it asks, about what, and who of the cast may. Made from the routes and src/policy.ts.', '', ...lines.sort()].join('\n')}\n`
}

test('every route behind a door names its rule, and who that lets in is as it was agreed', async () => {
  const made = await table()
  if (process.env.AGREE_POLICY) writeFileSync(file, made)
  expect(guarded().length).toBeGreaterThan(60)
  expect(made).toBe(readFileSync(file, 'utf8'))
})

test('every thing a route names is known to this test', () => {
  for (const route of plan) expect(() => addressOf(route, town.values)).not.toThrow()
})

const cast = ['ines', 'marco', 'ada', 'olga', 'pernille', 'noor', 'kim']

test.each(cast)('%s is let in where the policy says so, and finds nothing anywhere else', async (who) => {
  const actor = await actorOf(who)
  const wrong: string[] = []
  for (const route of guarded().filter((one) => one.method === 'GET' && hasSomething(one))) {
    const { status } = await ask(who, route, addressOf(route, town.values))
    if (isAllowed(route, actor, town.thing) === (status === 404)) wrong.push(`${route.path} ${status}`)
  }
  expect(wrong).toEqual([])
})

test.each(cast)('what %s may not send is answered as if it were not there, word for word', async (who) => {
  const actor = await actorOf(who)
  for (const route of guarded()) {
    if (isAllowed(route, actor, town.thing)) continue
    const real = await ask(who, route, addressOf(route, town.values))
    const made = await ask(who, route, addressOf(route, town.nowhere))
    expect([who, route.method, route.path, real.status]).toEqual([who, route.method, route.path, 404])
    expect([route.path, real.body]).toEqual([route.path, made.body])
  }
})

test.each(cast)('an id that does not exist is not found, whoever asks: %s', async (who) => {
  for (const route of guarded().filter(namesAThing)) {
    const { status } = await ask(who, route, addressOf(route, town.nowhere))
    expect([who, route.method, route.path, status]).toEqual([who, route.method, route.path, 404])
  }
})

test('a page sent by somebody who is not signed in leads to signing in', async () => {
  for (const route of guarded()) {
    const type = route.method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const url = addressOf(route, town.values)
    const { statusCode, headers } = await app.inject({ method: route.method as 'GET', url, headers: type, payload: '' })
    expect([route.path, statusCode, String(headers.location).split('?')[0]]).toEqual([route.path, 303, '/sign-in'])
  }
})
