import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { replaceJoinCode } from '#people/replace-join-code.ts'
import { findAccount } from '#people/store.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { isPassphrase } from '#signin/passphrase.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const password = 'lampe vejer blåt 7'
const mie = { name: '  Mie   Krog ', login: '20 30 40 50', job: 'bar', password }
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let code: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  code = await getJoinCode(house.db, cast.havnen)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const today = '2026-11-22'
const join = (fields: Record<string, string>, from?: { from?: string; cookie?: string }) =>
  post(app, `/join/${code}`, fields, from)
const jobsOf = async (login: string) => {
  const account = await findAccount(house.db, login)
  return (await employmentsOf(house.db, account?.personId ?? '', today)).map(({ job, confirmed }) => ({
    job,
    confirmed,
  }))
}
const people = async () => (await house.db.selectFrom('people').select('id').execute()).length

test('from the poster a newcomer is in her courses with one form, in her own language', async () => {
  const browser = openBrowser(app, { language: 'en' })
  await browser.open(`/join/${code}`)
  expect(browser.heading).toBe('Welcome to Havnen')
  expect(browser.text).toContain('about 20 minutes')
  await browser.press('Start', { ...mie, job: 'Bar' })
  expect(browser.url).toBe('/learning')
  expect(browser.text).toContain('Your manager has to confirm you')
  expect(await findAccount(house.db, '+4520304050')).toMatchObject({ name: 'Mie Krog', language: 'en' })
  expect(await jobsOf('+4520304050')).toEqual([{ job: 'bar', confirmed: false }])
})

test('a code works in any case and with its look-alikes', async () => {
  const typed = code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'l')
  expect((await app.inject({ url: `/join/${typed}` })).statusCode).toBe(200)
  expect((await app.inject({ url: `/join/${code.slice(0, 4)}-${code.slice(4)}` })).statusCode).toBe(200)
})

test('what is wrong stands beside each field, with everything typed kept but the password', async () => {
  const answer = await join({ name: ' ', login: 'mie', job: 'king', password: 'Havnen123456' })
  expect(answer.statusCode).toBe(422)
  const faults = ['Write your name', 'Write an e-mail', 'Choose what you do', 'your login or the name of the place']
  for (const fault of faults) expect(answer.body.split(fault)).toHaveLength(3)
  expect(answer.body).toContain('value="mie"')
  expect(answer.body).not.toContain('Havnen123456')

  const again = await join({ ...mie, login: 'mie' })
  expect(again.body).toContain('Write the password again')
  expect(again.body).toContain('value="bar" selected')
  expect(again.body).not.toContain(password)
  expect(await people()).toBe(6)
})

test('a passphrase is suggested without losing what was typed, and stays when another field is wrong', async () => {
  const browser = openBrowser(app)
  await browser.open(`/join/${code}`)
  await browser.press('Suggest a password', { name: 'Mie Krog', login: 'mie', job: 'Door' })
  expect(browser.status).toBe(200)
  const suggested = browser.page.querySelector('#password')?.getAttribute('value') ?? ''
  expect(isPassphrase(suggested)).toBe(true)
  await browser.press('Start')
  expect(browser.status).toBe(422)
  expect(browser.page.querySelector('#password')?.getAttribute('value')).toBe(suggested)
  expect(browser.page.querySelector('#name')?.getAttribute('value')).toBe('Mie Krog')
  await browser.press('Start', { login: 'mie@example.dk' })
  expect(browser.url).toBe('/learning')
  expect(await jobsOf('mie@example.dk')).toEqual([{ job: 'door', confirmed: false }])
})

test('the fields say what they are to password managers, and nothing forbids pasting', async () => {
  const { body } = await app.inject({ url: `/join/${code}` })
  for (const what of ['name', 'username', 'new-password']) expect(body).toContain(`autocomplete="${what}"`)
  expect(body).not.toMatch(/onpaste|minlength/)
})

test('whoever has an account gets a second employment, never a second account', async () => {
  await join(mie)
  const kilden = await getJoinCode(house.db, cast.kilden)
  const before = await people()
  const browser = openBrowser(app)
  await browser.open(`/join/${kilden}`)
  await browser.click('I already have an account')
  await browser.press('Sign in and join', { login: '+45 20304050', password, job: 'Kitchen' })
  expect(browser.url).toBe('/learning')
  expect(await people()).toBe(before)
  expect(await jobsOf('+4520304050')).toEqual([
    { job: 'bar', confirmed: false },
    { job: 'kitchen', confirmed: false },
  ])
})

test('a newcomer’s form with a login that is known leads to the other form, with the login filled in', async () => {
  await join(mie)
  const before = await people()
  const answer = await join({ ...mie, name: 'Somebody', password: 'noget helt andet 9' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('There is already an account with that login')
  expect(answer.body).toContain(`action="/join/${code}/account"`)
  expect(answer.body).toContain('value="20 30 40 50"')
  expect(answer.cookies.filter(({ name }) => name === 'session')).toEqual([])
  expect(await people()).toBe(before)
})

test('sending the form twice makes one account and one employment', async () => {
  const [first, second] = [await join(mie), await join(mie)]
  expect([first.statusCode, second.statusCode]).toEqual([303, 303])
  expect(await people()).toBe(7)
  expect(await jobsOf('+4520304050')).toHaveLength(1)
})

test('known logins are told apart a few times only', async () => {
  await join(mie)
  const wrong = () => join({ ...mie, password: 'noget helt andet 9' })
  for (let n = 0; n < 5; n++) expect((await wrong()).statusCode).toBe(422)
  expect((await wrong()).statusCode).toBe(429)
})

test('somebody signed in says only the job, with one button, and once', async () => {
  const browser = openBrowser(app, { cookie: await cookieOf(house, cast.noor) })
  await browser.open(`/join/${code}`)
  expect(browser.text).toContain('You are signed in as Noor Haddad')
  await browser.press('Join Havnen', { job: 'Floor' })
  expect(browser.url).toBe('/learning')
  expect(await jobsOf('noor@example.dk')).toHaveLength(2)
  await browser.open(`/join/${code}`)
  expect(browser.text).toContain('You are already with Havnen')
  await browser.press('Not you? Sign out')
  expect([browser.url, browser.heading]).toEqual([`/join/${code}`, 'Welcome to Havnen'])
})

test('a replaced poster and a code that never was say so, and only the new code opens', async () => {
  const next = await house.as(cast.marco, (work) => replaceJoinCode(work, cast.havnen))
  const old = await app.inject({ url: `/join/${code}`, headers: { cookie: 'language=en' } })
  expect([old.statusCode, old.body.includes('This poster has been replaced')]).toEqual([410, true])
  expect((await join(mie)).statusCode).toBe(410)
  expect((await app.inject({ url: `/join/${next}` })).statusCode).toBe(200)
  const never = await app.inject({ url: '/join/00000000', headers: { cookie: 'language=en' } })
  expect([never.statusCode, never.body.includes('There is no such code')]).toEqual([404, true])
})

test('guessing codes is slowed after thirty a minute, for that address alone', async () => {
  const ask = (asked: string, from: string) => app.inject({ url: `/join/${asked}`, remoteAddress: from })
  for (let n = 0; n < 30; n++) expect((await ask(`guess${n}`, '192.0.2.1')).statusCode).toBe(404)
  expect((await ask('guess30', '192.0.2.1')).statusCode).toBe(429)
  expect((await ask(code, '192.0.2.1')).statusCode).toBe(200)
  expect((await ask(code, '192.0.2.2')).statusCode).toBe(200)
  house.at('2026-11-22T12:01:00Z')
  expect((await ask(code, '192.0.2.1')).statusCode).toBe(200)
})

test('forty people join from one address within a minute', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => join({ ...mie, name: `Ven ${n}`, login: `ven${n}@example.dk` })),
  )
  expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 303))
  expect(await people()).toBe(46)
})
