import { afterEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { appointRole } from '#people/appoint-role.ts'
import { clockwork } from '#policy.ts'
import { endAllSignIns, endSignIn, findSignIn, startSignIn } from '#signin/sign-in.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let cast: Cast
afterEach(() => house.close())

async function settle(options: Parameters<typeof openTestHouse>[0] = {}) {
  house = await openTestHouse(options)
  cast = await settleCast(house)
}

/** So many hours after the house's first instant. */
const start = (hours: number) => new Date(Date.parse('2026-11-22T12:00:00Z') + hours * 3600_000).toISOString()
const day = 24

test('a sign-in says who it is and what they hold', async () => {
  await settle()
  expect(await findSignIn(house, await cookieOf(house, cast.ines))).toEqual({
    person: { id: cast.ines, name: 'Ines Sørensen', language: 'en' },
    actor: { personId: cast.ines, roles: [], manages: [] },
  })
  const marco = await findSignIn(house, `language=da; ${await cookieOf(house, cast.marco)}; other=%E0%A4%A`)
  expect(marco?.actor).toEqual({ personId: cast.marco, roles: ['manager'], manages: [cast.havnen] })
})

test('the token stands in the cookie and nowhere in the database', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.ines)
  const token = cookie.split('=')[1] as string
  expect(token).toMatch(/^[a-z2-7]{40}$/)
  for (const table of ['sign_ins', 'sign_in_tries', 'audit_events', 'people'] as const)
    expect(JSON.stringify(await house.db.selectFrom(table).selectAll().execute())).not.toContain(token)
})

test('every sign-in has a token of its own, and a token nobody was given opens nothing', async () => {
  await settle()
  const planted = `session=${'a'.repeat(40)}`
  expect(await findSignIn(house, planted)).toBeNull()
  const cookies = await Promise.all(Array.from({ length: 50 }, () => cookieOf(house, cast.ines)))
  expect(new Set([planted, ...cookies]).size).toBe(51)
  expect(await findSignIn(house, planted)).toBeNull()
})

test.each(['', 'session', 'session=', 'session=x', "session=' or 1=1", 'session=%E0%A4%A', '=;=;=', 'a=%'])(
  'a cookie header like %j is nobody',
  async (header) => {
    await settle()
    expect(await findSignIn(house, header)).toBeNull()
    const app = await buildApp(house)
    expect((await app.inject({ url: '/sign-in', headers: { cookie: header } })).statusCode).toBe(200)
    await app.close()
  },
)

test('a learner stays in for 14 days unused, counted from the last use', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.ines)
  house.at(start(13 * day))
  expect(await findSignIn(house, cookie)).not.toBeNull()
  house.at(start(27 * day - 1))
  expect(await findSignIn(house, cookie)).not.toBeNull()
  house.at(start(41 * day))
  expect(await findSignIn(house, cookie)).toBeNull()
})

test('90 days after it began a sign-in ends, however much it is used', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.ines)
  for (let days = 10; days < 90; days += 10) {
    house.at(start(days * day))
    expect(await findSignIn(house, cookie)).not.toBeNull()
  }
  house.at(start(90 * day))
  expect(await findSignIn(house, cookie)).toBeNull()
})

test('whoever holds a role stays in for 12 hours unused and seven days in all', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.marco)
  for (let hours = 11; hours < 7 * day; hours += 11) {
    house.at(start(hours))
    expect(await findSignIn(house, cookie)).not.toBeNull()
  }
  house.at(start(7 * day))
  expect(await findSignIn(house, cookie)).toBeNull()

  house.at(start(8 * day))
  const unused = await cookieOf(house, cast.marco)
  house.at(start(8 * day + 12))
  expect(await findSignIn(house, unused)).toBeNull()
})

test('a role given later counts at once, and shortens the sign-in', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.ines)
  await house.as(clockwork, (work) => appointRole(work, { personId: cast.ines, role: 'trainer', venueId: null }))
  expect((await findSignIn(house, cookie))?.actor.roles).toEqual(['trainer'])
  house.at(start(13))
  expect(await findSignIn(house, cookie)).toBeNull()
})

test('use moves the expiry at most once an hour', async () => {
  await settle()
  const cookie = await cookieOf(house, cast.ines)
  const expiry = async () =>
    (await house.db.selectFrom('sign_ins').select('expires_at').executeTakeFirstOrThrow()).expires_at
  const first = await expiry()
  house.at(start(0.9))
  await findSignIn(house, cookie)
  expect(await expiry()).toBe(first)
  house.at(start(1))
  await findSignIn(house, cookie)
  expect(await expiry()).toBe(start(14 * day + 1))
})

test('signing out ends this device only; ending all ends all, and nobody else', async () => {
  await settle()
  const [phone, tablet, laptop] = [
    await cookieOf(house, cast.ines),
    await cookieOf(house, cast.ines),
    await cookieOf(house, cast.ines),
  ]
  const noor = await cookieOf(house, cast.noor)
  await endSignIn(house, { header: () => {} }, await house.actor(cast.ines), phone)
  expect(await findSignIn(house, phone)).toBeNull()
  expect(await findSignIn(house, tablet)).not.toBeNull()

  await house.as(cast.ines, (work) => endAllSignIns(work, cast.ines))
  expect([await findSignIn(house, tablet), await findSignIn(house, laptop)]).toEqual([null, null])
  expect(await findSignIn(house, noor)).not.toBeNull()
})

test('expired sign-ins are cleared away when somebody signs in', async () => {
  await settle()
  await cookieOf(house, cast.ines)
  house.at(start(15 * day))
  await cookieOf(house, cast.noor)
  expect(await house.db.selectFrom('sign_ins').select('person_id').execute()).toEqual([{ person_id: cast.noor }])
})

test('on https the cookie is bound to this host and to encrypted connections', async () => {
  await settle({ config: { baseUrl: 'https://natteliv.example.dk' } })
  const lines: string[] = []
  await startSignIn(house, { header: (_name, value) => lines.push(value) }, cast.ines)
  expect(lines[0]).toMatch(/^__Host-session=[a-z2-7]{40}; HttpOnly; Max-Age=7776000; Path=\/; SameSite=Lax; Secure$/)
})
