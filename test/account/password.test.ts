import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { findSignIn } from '#signin/sign-in.ts'
import { givePasswords, newPassword, oldPassword, toldTo } from '../recovery/settle.ts'
import { cookiesOf, post } from '../signin/post.ts'
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
  await givePasswords(house, cast.ines)
  app = await buildApp(house)
  cookie = await cookieOf(house, cast.ines)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const change = (current: string, password = newPassword) =>
  post(app, '/account/password', { current, password }, { cookie })
const signIn = (password: string, from = '192.0.2.1', device = '') =>
  post(app, '/sign-in', { login: 'ines@example.dk', password }, { from, cookie: device })

test('Ines changes her password: she stays in here with a new token, everywhere else she is out, and she is told', async () => {
  const tablet = await cookieOf(house, cast.ines)
  const browser = openBrowser(app, { cookie })
  await browser.open('/account/password')
  await browser.press('Change password', { current: oldPassword, password: newPassword })
  expect([browser.url, browser.text.includes('Your password is changed')]).toEqual(['/account', true])
  expect(await findSignIn(house, tablet)).toBeNull()
  expect(await findSignIn(house, cookie)).toBeNull()
  expect(await toldTo(house, cast.ines)).toEqual(['password-changed'])
  expect((await signIn(oldPassword)).statusCode).toBe(422)
  expect((await signIn(newPassword)).statusCode).toBe(303)
})

test('a wrong password now, or a poor one to come, changes nothing', async () => {
  const wrong = await change('forkert adgangskode')
  expect([wrong.statusCode, wrong.body.includes('That is not the password')]).toEqual([422, true])
  expect(wrong.body).not.toMatch(/forkert|trappe/)
  const short = await change(oldPassword, 'kort')
  expect([short.statusCode, short.body.includes('too short')]).toEqual([422, true])
  expect((await change(oldPassword, 'ines sørensen 1')).statusCode).toBe(422)
  expect(await findSignIn(house, cookie)).not.toBeNull()
  expect((await signIn(oldPassword)).statusCode).toBe(303)
})

test('guessing at the password from a borrowed phone is slowed down, and locks nobody out elsewhere', async () => {
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) statuses.push((await change('forkert adgangskode')).statusCode)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
  const held = await change(oldPassword)
  expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '32'])
  expect((await signIn(oldPassword, '198.51.100.1')).statusCode).toBe(303)
  house.at('2026-11-22T12:00:32Z')
  expect((await change(oldPassword)).statusCode).toBe(303)
})

test('a suggested password comes without the one there is being sent back', async () => {
  const browser = openBrowser(app, { cookie })
  await browser.open('/account/password')
  await browser.press('Suggest a password', { current: oldPassword })
  expect(browser.page.querySelector('#password')?.getAttribute('value')).toMatch(/^\p{L}+(-\p{L}+){3}$/u)
  expect(browser.html).not.toContain(oldPassword)
})

test('a device known before is known again after the change', async () => {
  const answer = await change(oldPassword)
  const device = cookiesOf({ cookies: answer.cookies.filter(({ name }) => name === 'device') })
  for (let n = 0; n < 6; n++) await signIn('forkert adgangskode')
  expect((await signIn(newPassword)).statusCode).toBe(429)
  expect((await signIn(newPassword, '198.51.100.1', device)).statusCode).toBe(303)
})
