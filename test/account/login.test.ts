import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { givePasswords, oldPassword, toldTo } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let cookie: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.noor)
  await house.db.deleteFrom('letters').execute()
  app = await buildApp(house)
  cookie = await cookieOf(house, cast.ines)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const change = (login: string, password = oldPassword) => post(app, '/account/login', { login, password }, { cookie })
const signIn = (login: string) => post(app, '/sign-in', { login, password: oldPassword })

test('Ines signs in with her new number from now on, stays in, and her old address is told', async () => {
  const browser = openBrowser(app, { cookie })
  await browser.open('/account/login')
  expect(browser.text).toContain('Your login is ines@example.dk.')
  await browser.press('Change login', { login: '20 30 40 50', password: oldPassword })
  expect([browser.url, browser.text.includes('Your new login counts')]).toEqual(['/account', true])

  expect((await signIn('20304050')).statusCode).toBe(303)
  expect((await signIn('ines@example.dk')).statusCode).toBe(422)
  expect(await toldTo(house, cast.ines)).toContain('login-changed')
  const letters = await house.db.selectFrom('letters').select('to_address').execute()
  expect(letters).toEqual([{ to_address: 'ines@example.dk' }])
})

test('a link that was handed out before stops working with the login', async () => {
  const token = await house.as(clockwork, (work) => issueResetLink(work, cast.ines))
  await change('ines@nyt.example')
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(410)
})

test('without the password nothing changes, and what was typed stays', async () => {
  const answer = await change('ny@example.dk', 'forkert adgangskode')
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('That is not the password')
  expect(answer.body).toContain('value="ny@example.dk"')
  expect(answer.body).not.toContain('forkert')
  expect((await signIn('ines@example.dk')).statusCode).toBe(303)
})

test('what is no login is refused before the password is looked at', async () => {
  const answer = await change('ines', 'forkert adgangskode')
  expect([answer.statusCode, answer.body.includes('Write an e-mail like')]).toEqual([422, true])
  expect(await house.db.selectFrom('sign_in_tries').selectAll().execute()).toEqual([])
})

test('a taken login is refused in words that tell nothing, whoever has it, claimed or not', async () => {
  await house.db.updateTable('people').set({ password_hash: null }).where('id', '=', cast.noor).execute()
  const [claimed, unclaimed, own] = [
    await change('marco@example.dk'),
    await change('noor@example.dk'),
    await change('ines@example.dk'),
  ]
  const said = (answer: typeof claimed) => answer.body.replaceAll(/[a-z]+@example\.dk/g, 'LOGIN')
  expect([claimed.statusCode, unclaimed.statusCode, own.statusCode]).toEqual([422, 422, 422])
  expect(said(unclaimed)).toBe(said(claimed))
  expect(claimed.body).toContain('That login cannot be used')
  expect(claimed.body).not.toMatch(/Marco|Rossi/)
})

test('ten logins a day can be tried, and changing to and fro is no way around', async () => {
  const answers: number[] = []
  for (let n = 0; n < 6; n++) {
    answers.push((await change(`ines${n}@example.dk`)).statusCode)
    answers.push((await change('marco@example.dk')).statusCode)
  }
  expect(answers).toEqual([303, 422, 303, 422, 303, 422, 303, 422, 303, 422, 429, 429])
  house.at('2026-11-23T12:00:01Z')
  expect((await change('ines@ny.example')).statusCode).toBe(303)
})

test('of two who want the same login at once, one gets it', async () => {
  const noor = await cookieOf(house, cast.noor)
  const want = (as: string) =>
    post(app, '/account/login', { login: 'vi@example.dk', password: oldPassword }, { cookie: as })
  const answers = await Promise.all([want(cookie), want(noor)])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 422])
})
