import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { findSignIn } from '#signin/sign-in.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { giveCodes, givePasswords, hashOf, newPassword, oldPassword, toldTo } from './settle.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.ines)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const login = 'ines@example.dk'
const come = (code: string, of: { login?: string; password?: string; from?: string; cookie?: string } = {}) =>
  post(app, '/recovery', { login: of.login ?? login, code, password: of.password ?? newPassword }, of)

test('Ines gets ten codes, forgets her password, comes in with one, and chooses a new password', async () => {
  const phone = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
  await phone.open('/learning')
  await phone.click('Get ten codes')
  expect(phone.has('input[name=password]')).toBe(false)
  await phone.press('Show me ten codes')
  const codes = phone.page.querySelectorAll('main code').map((one) => one.textContent)
  expect(codes).toHaveLength(10)
  expect(phone.text).toContain('localhost:3000/recovery')
  await phone.open('/learning')
  expect(phone.text).not.toContain('Get ten codes')

  const other = openBrowser(app)
  await other.open('/sign-in')
  await other.click('I cannot get in')
  await other.press('Change password and sign in', { login, code: codes[3] as string, password: newPassword })
  expect(other.url).toBe('/news')
  expect(other.text).toContain('You have 9 codes left')
  await phone.open('/learning')
  expect(phone.url).toBe('/sign-in?next=/learning')

  await other.open('/account/codes')
  expect(other.text).toContain('You have 9 codes left')
})

test('the new password opens, the old one no more, and the code is used', async () => {
  const [code = ''] = await giveCodes(house, cast.ines)
  expect((await come(code)).statusCode).toBe(303)
  expect((await post(app, '/sign-in', { login, password: oldPassword })).statusCode).toBe(422)
  expect((await post(app, '/sign-in', { login, password: newPassword })).statusCode).toBe(303)
  const again = await come(code, { password: oldPassword })
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('Login and code do not fit together')
  expect(await toldTo(house, cast.ines)).toEqual(['recovery-code-used'])
})

test('new codes end the old ones', async () => {
  const [old = ''] = await giveCodes(house, cast.ines)
  const [fresh = ''] = await giveCodes(house, cast.ines)
  expect((await come(old)).statusCode).toBe(422)
  expect((await come(fresh)).statusCode).toBe(303)
})

test('a password that will not do is said beside its field, and uses no code up', async () => {
  const [code = ''] = await giveCodes(house, cast.ines)
  for (const password of ['kort', 'ines sørensen 1']) {
    const answer = await come(code, { password })
    expect([answer.statusCode, answer.body.includes('aria-invalid="true"')]).toEqual([422, true])
    expect(answer.body).toContain(`value="${code}"`)
    expect(answer.body).not.toContain(`value="${password}"`)
  }
  expect((await come(code)).statusCode).toBe(303)
})

test('a password is suggested without anything being tried', async () => {
  const [code = ''] = await giveCodes(house, cast.ines)
  const browser = openBrowser(app)
  await browser.open('/recovery')
  await browser.press('Suggest a password', { login, code })
  expect(browser.page.querySelector('#password')?.getAttribute('value')).toMatch(/^\p{L}+(-\p{L}+){3}$/u)
  await browser.press('Change password and sign in')
  expect(browser.url).toBe('/news')
})

test('codes are asked for with the password, once the sign-in is a quarter of an hour old', async () => {
  const phone = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
  house.at('2026-11-22T12:15:00Z')
  await phone.open('/account/codes')
  await phone.press('Show me ten codes', { password: 'forkert adgangskode' })
  expect([phone.status, phone.page.querySelectorAll('main code').length]).toEqual([422, 0])
  expect(phone.text).toContain('That is not the password')
  await phone.press('Show me ten codes', { password: oldPassword })
  expect(phone.page.querySelectorAll('main code')).toHaveLength(10)
  await phone.open('/account/codes')
  expect(phone.text).toContain('If you get new codes, the old ones stop working.')
})

test('of fifty who come with the same code at once, one is let in', async () => {
  const [code = ''] = await giveCodes(house, cast.ines)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => come(code, { from: `192.0.2.${n}`, password: `${newPassword} ${n}` })),
  )
  const inside = answers.filter((answer) => answer.statusCode === 303)
  expect(inside).toHaveLength(1)
  const [one] = inside
  expect(await findSignIn(house, cookiesOf(one as (typeof answers)[number]))).not.toBeNull()
  const left = await house.db.selectFrom('recovery_codes').select('id').where('used_at', 'is', null).execute()
  expect(left).toHaveLength(9)
})

test('nothing in the database opens an account by itself', async () => {
  const [code = ''] = await giveCodes(house, cast.ines)
  const rows = JSON.stringify(await house.db.selectFrom('recovery_codes').selectAll().execute())
  expect(rows).not.toContain(code)
  expect(await hashOf(house, cast.ines)).toMatch(/^\$argon2id\$/)
})
