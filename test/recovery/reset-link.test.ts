import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { resetLinkFor } from '#recovery/reset-link-for.ts'
import { findSignIn } from '#signin/sign-in.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { givePasswords, newPassword, oldPassword, toldTo } from './settle.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let employment: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.marco, cast.olga)
  employment = (await employmentsOf(house.db, cast.ines, '2026-11-22'))[0]?.id as string
  await house.as(cast.marco, (work) => confirmEmployment(work, employment))
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const reset = (token: string, password = newPassword) => post(app, `/reset/${token}`, { password })
const byMarco = () => house.as(cast.marco, (work) => issueResetLink(work, cast.ines))

test('Marco hands Ines a link; she chooses a password, is in, and everywhere else is out', async () => {
  const stolen = await cookieOf(house, cast.ines)
  const desk = openBrowser(app, { cookie: await cookieOf(house, cast.marco) })
  await desk.open(`/venues/havnen/employments/${employment}/reset-link`)
  expect(desk.text).toContain('Ines Sørensen')
  expect(desk.text).toContain('the account is signed out everywhere else')
  await desk.press('Make a link')
  expect(desk.status).toBe(200)
  expect(desk.has('svg.qr')).toBe(true)
  const link = /localhost:3000(\/reset\/\w+)/.exec(desk.text)?.[1] ?? ''

  const phone = openBrowser(app)
  await phone.open(link)
  expect(phone.text).toContain('Hello Ines.')
  expect(phone.html).not.toMatch(/Sørensen|ines@example/)
  await phone.press('Save and sign in', { password: 'kort' })
  expect([phone.status, phone.text.includes('too short')]).toEqual([422, true])
  await phone.press('Save and sign in', { password: newPassword })
  expect(phone.url).toBe('/news')
  expect(phone.page.querySelector('footer')?.textContent).toContain('Ines Sørensen')

  expect(await findSignIn(house, stolen)).toBeNull()
  expect(await toldTo(house, cast.ines)).toEqual(['employment-confirmed', 'reset-link-issued', 'password-reset'])
  expect((await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })).statusCode).toBe(422)
})

test('a link works once, and says in words why it does not work again', async () => {
  const token = await byMarco()
  expect((await reset(token)).statusCode).toBe(303)
  for (const again of [await reset(token, oldPassword), await app.inject(`/reset/${token}`)]) {
    expect(again.statusCode).toBe(410)
    expect(again.body).toContain('/recovery')
  }
  expect((await app.inject('/reset/0123456789')).statusCode).toBe(404)
})

test('looking at a link, as mail programs do, uses nothing up', async () => {
  const token = await byMarco()
  for (let n = 0; n < 5; n++) expect((await app.inject(`/reset/${token}`)).statusCode).toBe(200)
  expect((await reset(token)).statusCode).toBe(303)
})

test('a link works for 24 hours, to the second', async () => {
  const token = await byMarco()
  house.at('2026-11-23T11:59:59Z')
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(200)
  house.at('2026-11-23T12:00:00Z')
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(410)
  expect((await reset(token)).statusCode).toBe(410)
})

test('a new link closes the one before', async () => {
  const [first, second] = [await byMarco(), await byMarco()]
  expect((await reset(first)).statusCode).toBe(410)
  expect((await reset(second)).statusCode).toBe(303)
})

test('of fifty who use a link at once, one gets it', async () => {
  const token = await byMarco()
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => reset(token, `${newPassword} ${n}`)))
  const inside = answers.filter((answer) => answer.statusCode === 303)
  expect(inside).toHaveLength(1)
  expect(await findSignIn(house, cookiesOf(inside[0] as (typeof answers)[number]))).not.toBeNull()
  expect((await house.db.selectFrom('sign_ins').selectAll().where('person_id', '=', cast.ines).execute()).length).toBe(
    1,
  )
})

test('the token is in the link and nowhere in the database', async () => {
  const token = await byMarco()
  for (const table of ['reset_links', 'audit_events', 'notices', 'letters'] as const)
    expect(JSON.stringify(await house.db.selectFrom(table).selectAll().execute())).not.toContain(token)
})

test('the association hands a link to a manager; its own members get theirs from the command line alone', async () => {
  const olga = await cookieOf(house, cast.olga)
  expect((await post(app, `/people/${cast.marco}/reset-link`, {}, { cookie: olga })).statusCode).toBe(200)
  const other = await app.inject({ url: `/people/${cast.olga}/reset-link`, headers: { cookie: olga } })
  expect(other.statusCode).toBe(404)

  const token = await house.as(clockwork, (work) => resetLinkFor(work, 'olga@example.dk'))
  expect((await reset(token)).statusCode).toBe(303)
  await expect(house.as(cast.olga, (work) => resetLinkFor(work, 'olga@example.dk'))).rejects.toThrow(/issue a reset/)
  await expect(house.as(clockwork, (work) => resetLinkFor(work, 'nobody@example.dk'))).rejects.toThrow(/account/)
})

test('whoever has not chosen a password yet gets no link: the invitation is for them', async () => {
  await house.db.updateTable('people').set({ password_hash: null }).where('id', '=', cast.noor).execute()
  const olga = await cookieOf(house, cast.olga)
  const url = `/people/${cast.noor}/reset-link`
  const page = await app.inject({ url, headers: { cookie: olga } })
  expect([page.statusCode, page.body.includes('<button>')]).toEqual([200, false])
  expect((await post(app, url, {}, { cookie: olga })).statusCode).toBe(409)
})
