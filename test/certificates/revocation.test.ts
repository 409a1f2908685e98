import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { getCertificate } from '#certificates/store.ts'
import { noticesOf } from '#mail/notice-store.ts'
import { savePassword } from '#people/account-store.ts'
import { hashPassword } from '#signin/password.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { earn } from './earned.ts'

const password = 'lamper over kajen i regn'
let house: TestHouse
let cast: Cast
let app: FastifyInstance
let number: string
let url: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await savePassword(house.db, cast.olga, await hashPassword(password))
  app = await buildApp(house)
  number = await earn(house, cast, cast.ines)
  url = `/certificates/${number}/revocation`
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const olga = async () => openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
const endings = async () => (await getCertificate(house.db, number)).endings.map((one) => one.reason)

test('Olga sees whose it is and what happens, revokes it with her password, and whoever checks it knows at once', async () => {
  const browser = await (await olga()).open(url)
  for (const said of ['Ines Sørensen', 'Basic course', 'Fraud', 'The reason is not shown.', 'It cannot be undone.'])
    expect(browser.text).toContain(said)
  await browser.press('Revoke the certificate', { reason: 'misuse', password })
  expect(browser.text).toContain('The certificate is revoked.')
  expect(browser.has('.state[data-state="revoked"]')).toBe(true)
  expect((await app.inject(`/verify/${number}?lang=en`)).body).toMatch(
    /data-state="revoked"[\s\S]*Not valid from 22 Nov/,
  )
})

test('Ines is told, without the reason', async () => {
  const browser = await (await olga()).open(url)
  await browser.press('Revoke the certificate', { reason: 'fraud', password })
  const notices = await noticesOf(house.db, cast.ines)
  expect(notices).toMatchObject([{ kind: 'certificate-revoked', values: { course: 'Basic course' } }])
  expect(JSON.stringify(notices)).not.toContain('fraud')
  const letters = await house.db
    .selectFrom('letters')
    .select('text')
    .where('to_address', '=', 'ines@example.dk')
    .execute()
  expect(letters).toEqual([{ text: expect.stringContaining('Basic course') }])
})

test('a wrong password keeps what was chosen and revokes nothing; no reason is a fault of its own', async () => {
  const browser = await (await olga()).open(url)
  await browser.press('Revoke the certificate', { reason: 'fraud', password: 'not it at all' })
  expect(browser.status).toBe(422)
  expect(browser.html).toContain('<title>Error: ')
  expect(browser.page.querySelector('input[value="fraud"]')?.hasAttribute('checked')).toBe(true)
  expect(browser.html).not.toContain('not it at all')
  await browser.press('Revoke the certificate', { password })
  expect(await endings()).toEqual(['fraud'])

  const cookie = await cookieOf(house, cast.olga)
  number = await earn(house, cast, cast.noor)
  const without = await post(app, `/certificates/${number}/revocation`, { password }, { cookie })
  expect(without.statusCode).toBe(422)
  expect(without.body).toContain('Choose why the certificate is revoked.')
  expect(await endings()).toEqual([])
})

test('after many wrong passwords she has to wait, even with the right one', async () => {
  const cookie = await cookieOf(house, cast.olga)
  const send = (typed: string) => post(app, url, { reason: 'other', password: typed }, { cookie })
  for (let n = 0; n < 5; n++) expect((await send(`wrong ${n}`)).statusCode).toBe(422)
  const waiting = await send(password)
  expect(waiting.statusCode).toBe(429)
  expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0)
  expect(await endings()).toEqual([])
})

test('revoked already: the page says so; only an error can still be found, once', async () => {
  const browser = await (await olga()).open(url)
  await browser.press('Revoke the certificate', { reason: 'misuse', password })
  expect(browser.page.querySelectorAll('input[name=reason]').map((one) => one.getAttribute('value'))).toEqual([
    'issued-in-error',
  ])
  await browser.press('Revoke the certificate', { reason: 'issued-in-error', password })
  expect(browser.text).toContain('There is nothing more to do.')
  expect(browser.has('main form')).toBe(false)
  const again = await post(app, url, { reason: 'fraud', password }, { cookie: await cookieOf(house, cast.olga) })
  expect(again.statusCode).toBe(409)
  expect(await endings()).toEqual(['misuse', 'issued-in-error'])
})

test('sent twice at once it is revoked once', async () => {
  const cookie = await cookieOf(house, cast.olga)
  const answers = await Promise.all([1, 2].map(() => post(app, url, { reason: 'misuse', password }, { cookie })))
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 409])
  expect(await endings()).toEqual(['misuse'])
})

test('for everybody else the page is not there, the holder and the manager included', async () => {
  for (const who of ['ines', 'marco', 'ada', 'pernille', 'noor'] as const) {
    const cookie = await cookieOf(house, cast[who])
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
    expect((await post(app, url, { reason: 'fraud', password }, { cookie })).statusCode).toBe(404)
  }
  expect(await endings()).toEqual([])
})

test('Olga may revoke her own; who did it stays written down', async () => {
  number = await earn(house, cast, cast.olga)
  const browser = await (await olga()).open(`/certificates/${number}/revocation`)
  await browser.press('Revoke the certificate', { reason: 'issued-in-error', password })
  const event = await house.db
    .selectFrom('audit_events')
    .select(['actor_id', 'person_id', 'particulars'])
    .where('action', '=', 'certificate.revoked')
    .executeTakeFirst()
  expect(event).toEqual({ actor_id: cast.olga, person_id: cast.olga, particulars: '{"reason":"issued-in-error"}' })
})

test('her look at Ines is noted for Ines', async () => {
  await (await olga()).open(url)
  const looks = await house.db.selectFrom('looks').select(['looker_id', 'person_id', 'kind']).execute()
  expect(looks).toEqual([{ looker_id: cast.olga, person_id: cast.ines, kind: 'person' }])
})
