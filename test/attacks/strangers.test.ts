import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { buildApp } from '#app.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { addPerson } from '#people/add-person.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { clockwork } from '#policy.ts'
import { giveCodes, givePasswords, newPassword, oldPassword } from '../recovery/settle.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Somebody outside: does a login exist, and can its owner be kept out? */

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.noor, cast.ada)
  const named = (name: string) => ({ name, login: `${name}@example.dk`, language: 'en' as const })
  await house.as(clockwork, (work) => addUnclaimedPerson(work, named('entered')))
  const merged = await house.as(clockwork, (work) => addPerson(work, { ...named('merged'), passwordHash: 'x' }))
  await house.as(cast.olga, (work) => mergePeople(work, { keptId: cast.ines, goesId: merged }))
  await house.as(cast.noor, (work) => erasePerson(work, cast.noor))
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** Known, entered by a venue, merged away, gone, and never heard of. */
const logins = ['ines', 'entered', 'merged', 'noor', 'nobody'].map((name) => `${name}@example.dk`)
const wrong = 'helt forkert kode 1'

type Answer = Awaited<ReturnType<typeof post>>
/** Everything that a stranger gets to see, but for what he typed himself. */
const seen = (answer: Answer, login: string) => {
  const { date: _, 'content-length': __, ...headers } = answer.headers
  return JSON.stringify([answer.statusCode, headers, answer.body]).replaceAll(login, 'LOGIN')
}

async function sayTheSame(ask: (login: string, from: string) => Promise<Answer>, times: number) {
  const said = []
  for (const [n, login] of logins.entries()) {
    const answers: string[] = []
    for (let time = 0; time < times; time++) answers.push(seen(await ask(login, `192.0.2.${n + 1}`), login))
    said.push(answers)
  }
  for (const answers of said) expect(answers).toEqual(said[0])
  expect(said[0]).toHaveLength(times)
}

test('signing in, body and headers, through every limit', () =>
  sayTheSame((login, from) => post(app, '/sign-in', { login, password: wrong }, { from }), 7))

test('a recovery code, body and headers, through every limit', () =>
  sayTheSame(
    (login, from) => post(app, '/recovery', { login, code: '00000-00000', password: newPassword }, { from }),
    7,
  ))

test('a letter, body and headers, through every limit', () =>
  sayTheSame((address, from) => post(app, '/recovery/letter', { address }, { from }), 5))

test('a name that is too long or missing tells nothing on an invitation: its login is only looked at with the whole form right', async () => {
  const offer = { role: 'trainer', venueId: null, toName: null, toAddress: null, language: 'en' } as const
  const token = await house.as(cast.olga, (work) => inviteToRole(work, offer))
  await sayTheSame(
    (login, from) => post(app, `/invitation/${token}`, { name: '', login, password: newPassword }, { from }),
    3,
  )
  await sayTheSame(
    (login, from) => post(app, `/invitation/${token}`, { name: 'Uffe', login, password: 'kort' }, { from }),
    3,
  )
})

test('nor does the time of a wrong password tell: forty tries each take about as long', async () => {
  const medianOf = async (login: string) => {
    const took: number[] = []
    for (let n = 0; n < 40; n++) {
      house.at(new Date(house.clock().getTime() + 3600_000).toISOString())
      const begin = performance.now()
      await post(app, '/sign-in', { login, password: wrong })
      took.push(performance.now() - begin)
    }
    return took.sort((a, b) => a - b)[20] as number
  }
  const [known, entered, unknown] = [
    await medianOf('ines@example.dk'),
    await medianOf('entered@example.dk'),
    await medianOf('nobody@example.dk'),
  ]
  for (const one of [known, entered]) {
    expect(one / unknown).toBeGreaterThan(1 / 3)
    expect(one / unknown).toBeLessThan(3)
  }
}, 60_000)

test('a stranger asks for all the letters there are: the ones Ines got open her account, and nothing else of hers waits', async () => {
  const codes = await giveCodes(house, cast.ines)
  for (let n = 0; n < 12; n++)
    await post(app, '/recovery/letter', { address: 'ines@example.dk' }, { from: `203.0.113.${n}` })
  const letters = () => house.db.selectFrom('letters').select('text').where('kind', '=', 'reset').execute()
  await expect.poll(async () => (await letters()).length).toBe(3)
  expect((await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })).statusCode).toBe(303)
  expect(
    (await post(app, '/recovery', { login: 'ines@example.dk', code: codes[0] as string, password: newPassword }))
      .statusCode,
  ).toBe(303)
})

test('a stranger who guesses for a day locks out neither her phone, nor her paper, nor anybody else', async () => {
  const phone = cookiesOf(await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword }))
  const [code = ''] = await giveCodes(house, cast.ines)
  for (let quarter = 0; quarter < 96; quarter++) {
    house.at(new Date(house.clock().getTime() + 15 * 60_000).toISOString())
    await post(app, '/sign-in', { login: 'ines@example.dk', password: wrong }, { from: '203.0.113.5' })
    await post(
      app,
      '/recovery',
      { login: 'ines@example.dk', code: '00000-00000', password: newPassword },
      { from: '203.0.113.5' },
    )
  }
  expect(
    (await post(app, '/sign-in', { login: 'ada@example.dk', password: oldPassword }, { from: '203.0.113.5' }))
      .statusCode,
  ).toBe(303)
  expect(
    (await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword }, { cookie: phone })).statusCode,
  ).toBe(303)
  const back = { login: 'ines@example.dk', code, password: newPassword }
  expect((await post(app, '/recovery', back, { from: '198.51.100.2' })).statusCode).toBe(303)
}, 60_000)

test('guessing links: near misses open nothing, and no link is used up or ended by it', async () => {
  const offer = { role: 'trainer', venueId: null, toName: null, toAddress: null, language: 'en' } as const
  const token = await house.as(cast.olga, (work) => inviteToRole(work, offer))
  const guess = [
    token.slice(0, -1),
    `${token}0`,
    token.toUpperCase(),
    `${token}%00`,
    `${token}%20`,
    'x'.repeat(199),
    '%',
  ]
  for (const one of guess)
    for (const way of ['invitation', 'reset', 'setup']) {
      const { statusCode } = await app.inject(`/${way}/${one}`)
      expect([way, one, statusCode >= 400 && statusCode < 500]).toEqual([way, one, true])
    }
  expect((await app.inject(`/invitation/${token}`)).statusCode).toBe(200)
})

/** The same but for its last sign. */
const nearMiss = (cookie: string) => cookie.replace(/.$/, (sign) => (sign === 'z' ? 'y' : 'z'))

test('a stranger without a cookie who sends the forms of signed-in people changes nothing and is told nothing', async () => {
  const before = await house.db.selectFrom('audit_events').selectAll().execute()
  const stale = `session=${'a'.repeat(40)}`
  for (const cookie of ['', stale, nearMiss(await cookieOf(house, cast.ada))])
    for (const url of [
      `/people/${cast.ines}/reset-link`,
      '/venues/havnen/staff',
      '/roles/invitations',
      '/account/codes',
    ])
      expect(
        (await post(app, url, { text: 'x', job: 'bar', role: 'association' }, { cookie })).headers.location,
      ).toMatch(/^\/sign-in/)
  expect((await house.db.selectFrom('audit_events').selectAll().execute()).length).toBe(before.length + 1)
})
