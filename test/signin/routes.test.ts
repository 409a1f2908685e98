import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { seeNotices } from '#mail/see-notices.ts'
import { addPerson } from '#people/add-person.ts'
import { clockwork } from '#policy.ts'
import { hashPassword } from '#signin/password.ts'
import { findSignIn } from '#signin/sign-in.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { cookiesOf, post } from './post.ts'

const password = 'lampe vejer blåt 7'
let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const signIn = (login: string, typed: string, from?: { from?: string; cookie?: string; next?: string }) =>
  post(app, '/sign-in', { login, password: typed, ...(from?.next ? { next: from.next } : {}) }, from)

const settle = async (login: string) => {
  const passwordHash = await hashPassword(password)
  return house.as(clockwork, (work) => addPerson(work, { name: 'Kim Krog', login, passwordHash, language: 'da' }))
}

test('somebody signs in with the number or the address, is greeted by name, and signs out', async () => {
  await settle('+4520304050')
  const browser = openBrowser(app)
  await browser.open('/sign-in')
  await browser.press('Sign in', { login: '20 30 40 50', password })
  expect(browser.url).toBe('/learning')
  expect(browser.page.querySelector('footer')?.textContent).toContain('Kim Krog')
  await browser.press('Log ud')
  await browser.open('/learning')
  expect(browser.url).toBe('/sign-in?next=/learning')
})

test('after signing in one comes where one was going', async () => {
  await settle('kim@example.dk')
  const browser = openBrowser(app)
  await browser.open('/learning/grundkursus')
  await browser.press('Sign in', { login: 'kim@example.dk', password })
  expect(browser.url).toBe('/learning/grundkursus')
})

test.each([
  ['olga', '/coverage'],
  ['pernille', '/coverage'],
  ['marco', '/venues/havnen'],
  ['ada', '/learning'],
  ['ines', '/learning'],
] as const)('%s, signed in already and with nothing new to read, is sent to %s', async (name, home) => {
  await house.as(cast[name], (work) => seeNotices(work, work.at))
  const answer = await app.inject({ url: '/sign-in', headers: { cookie: await cookieOf(house, cast[name]) } })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, home])
})

test('a wrong password gives the page back with the login kept and no password in it', async () => {
  await settle('kim@example.dk')
  const answer = await signIn('Kim@Example.dk', 'en helt anden adgangskode')
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Login and password do not fit together')
  expect(answer.body).toContain('value="Kim@Example.dk"')
  expect(answer.body).not.toContain('en helt anden')
  expect(answer.cookies).toEqual([])
})

test('what is left out is asked for beside its field', async () => {
  const answer = await signIn('not a login', '')
  expect(answer.statusCode).toBe(422)
  for (const text of ['Write an e-mail', 'Write your password']) expect(answer.body).toContain(text)
  expect(answer.body.match(/aria-invalid="true"/g)).toHaveLength(2)
})

test('a known login and an unknown one are answered alike, through every limit', async () => {
  await settle('known@example.dk')
  const answers = async (login: string, from: string) => {
    const said: string[] = []
    for (let n = 0; n < 7; n++) {
      const answer = await signIn(login, 'forkert adgangskode', { from })
      said.push(`${answer.statusCode} ${answer.headers['retry-after']} ${answer.body.replaceAll(login, 'LOGIN')}`)
    }
    return said
  }
  const known = await answers('known@example.dk', '192.0.2.1')
  expect(known.map((one) => one.slice(0, 3))).toEqual(['422', '422', '422', '422', '422', '429', '429'])
  expect(await answers('nobody@example.dk', '192.0.2.2')).toEqual(known)
})

test('after five failures even the right password waits, also after a restart, and then works', async () => {
  await settle('kim@example.dk')
  for (let n = 0; n < 5; n++) await signIn('kim@example.dk', 'forkert adgangskode', { from: `192.0.2.${n}` })
  await app.close()
  app = await buildApp(house)
  const held = await signIn('kim@example.dk', password)
  expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '32'])
  expect(held.body).toContain('Wait 1 minute')
  house.at('2026-11-22T12:00:32Z')
  expect((await signIn('kim@example.dk', password)).statusCode).toBe(303)
  expect(await house.db.selectFrom('sign_in_tries').selectAll().execute()).toEqual([])
})

test('twenty tries at the same moment are no way around the limit', async () => {
  await settle('kim@example.dk')
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('kim@example.dk', 'forkert adgangskode')))
  expect(answers.filter((answer) => answer.statusCode === 422)).toHaveLength(5)
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(15)
})

test("a stranger's failures do not lock out the phone that has signed in before", async () => {
  await settle('kim@example.dk')
  const first = await signIn('kim@example.dk', password, { from: '198.51.100.1' })
  const device = cookiesOf({ cookies: first.cookies.filter(({ name }) => name === 'device') })
  for (let n = 0; n < 6; n++) await signIn('kim@example.dk', 'forkert adgangskode', { from: '192.0.2.9' })
  expect((await signIn('kim@example.dk', password)).statusCode).toBe(429)
  expect((await signIn('kim@example.dk', password, { cookie: device })).statusCode).toBe(303)
  for (let n = 0; n < 5; n++) await signIn('kim@example.dk', 'forkert adgangskode', { cookie: device })
  expect((await signIn('kim@example.dk', password, { cookie: device })).statusCode).toBe(429)
})

test('forty people behind one address get in within a minute', async () => {
  const logins = Array.from({ length: 40 }, (_, n) => `ven${n}@example.dk`)
  await Promise.all(logins.map(settle))
  const answers = await Promise.all(logins.map((login) => signIn(login, password)))
  expect(answers.map((answer) => answer.statusCode)).toEqual(logins.map(() => 303))
})

test('thirty failures in a minute from one address slow it down, by its /64, and no other', async () => {
  await settle('kim@example.dk')
  for (let n = 0; n < 30; n++) await signIn(`nobody${n}@example.dk`, 'forkert adgangskode', { from: `2001:db8::${n}` })
  expect((await signIn('kim@example.dk', password, { from: '2001:db8::ffff' })).statusCode).toBe(429)
  expect((await signIn('kim@example.dk', password, { from: '2001:db8:0:1::1' })).statusCode).toBe(303)
  house.at('2026-11-22T12:01:01Z')
  expect((await signIn('kim@example.dk', password, { from: '2001:db8::ffff' })).statusCode).toBe(303)
})

test('failed tries say nothing readable and are gone after a day', async () => {
  await signIn('nobody@example.dk', 'forkert adgangskode', { from: '192.0.2.77' })
  const kept = JSON.stringify(await house.db.selectFrom('sign_in_tries').selectAll().execute())
  expect(kept).not.toMatch(/nobody|192\.0\.2|forkert/)
  house.at('2026-11-23T12:00:01Z')
  await signIn('other@example.dk', 'forkert adgangskode')
  expect(await house.db.selectFrom('sign_in_tries').select('at').execute()).toHaveLength(1)
})

test('a token that was there before signing in is never the one that is signed in', async () => {
  await settle('kim@example.dk')
  const planted = `session=${'b'.repeat(40)}`
  const answer = await signIn('kim@example.dk', password, { cookie: planted })
  expect(cookiesOf(answer)).not.toContain(planted)
  expect(await findSignIn(house, planted)).toBeNull()
  expect(await findSignIn(house, cookiesOf(answer))).not.toBeNull()
})
