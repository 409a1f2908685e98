import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { givePasswords, newPassword, oldPassword } from '../recovery/settle.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

/** What somebody leaves behind who was in an account before its owner: no way stays open once the owner has chosen a password. */

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.marco, cast.olga)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const third = 'kanoen glider stille 4'

/** Whoever is behind the cookie makes ten codes; the first of them. */
async function codeOf(cookie: string): Promise<string> {
  const paper = await post(app, '/account/codes', {}, { cookie })
  return /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(paper.body)?.[0] as string
}
const tryCode = (login: string, code: string) =>
  post(app, '/recovery', { login, code, password: third }, { from: '198.51.100.7' })
const tryPassword = (login: string, password: string) =>
  post(app, '/sign-in', { login, password }, { from: '198.51.100.8' })
const reset = (token: string, password: string) => post(app, `/reset/${token}`, { password })
const tokenIn = async (): Promise<string> => {
  const letter = await house.db.selectFrom('letters').select('text').where('kind', '=', 'reset').executeTakeFirst()
  return /\/reset\/(\w+)/.exec(letter?.text ?? '')?.[1] as string
}

test('Marco opens an account with Vera’s address before she does; a letter gives it to her, and his codes are worth nothing', async () => {
  const join = { name: 'Vera Vang', login: 'vera@example.dk', job: 'bar', password: oldPassword }
  const joined = await post(app, `/join/${await getJoinCode(house.db, cast.havnen)}`, join)
  const his = cookiesOf(joined)
  const code = await codeOf(his)
  expect(code).toBeDefined()

  await post(app, '/recovery/letter', { address: 'vera@example.dk' })
  await expect.poll(tokenIn).toBeDefined()
  const hers = openBrowser(app, { cookie: cookiesOf(await reset(await tokenIn(), newPassword)) })
  const role = { role: 'association', venueId: null, toName: 'Vera', toAddress: null, language: 'en' } as const
  const token = await house.as(cast.olga, (work) => inviteToRole(work, role))
  await (await hers.open(`/invitation/${token}`)).press('Accept as Vera Vang')
  expect((await hers.open('/roles')).status).toBe(200)

  expect((await tryCode('vera@example.dk', code)).statusCode).toBe(422)
  expect((await tryPassword('vera@example.dk', oldPassword)).statusCode).toBe(422)
  expect((await app.inject({ url: '/account', headers: { cookie: his } })).statusCode).toBe(303)
})

test('Marco was in Ines’ account by a link; once she has another link, his codes are worth nothing', async () => {
  const [joined] = await allEmploymentsOf(house.db, cast.ines)
  await house.as(cast.marco, (work) => confirmEmployment(work, joined?.id ?? ''))
  const link = await house.as(cast.marco, (work) => issueResetLink(work, cast.ines))
  const code = await codeOf(cookiesOf(await reset(link, third)))
  const hers = await house.as(cast.olga, (work) => issueResetLink(work, cast.ines))
  await reset(hers, newPassword)
  expect((await tryCode('ines@example.dk', code)).statusCode).toBe(422)
  expect((await tryPassword('ines@example.dk', newPassword)).statusCode).toBe(303)
})

test('whoever changes her password ends the codes that somebody made at her phone, and reads that she has none', async () => {
  const first = await tryPassword('ines@example.dk', oldPassword)
  const code = await codeOf(cookiesOf(first))
  const ines = openBrowser(app, { cookie: cookiesOf(first) })
  await ines.open('/account/password')
  await ines.submit('main form', { current: oldPassword, password: newPassword })
  expect(ines.text).toContain('no longer work')
  expect((await tryCode('ines@example.dk', code)).statusCode).toBe(422)
})

test('a code that is used leaves the other nine: they are on the same paper', async () => {
  const paper = await post(
    app,
    '/account/codes',
    {},
    { cookie: cookiesOf(await tryPassword('ines@example.dk', oldPassword)) },
  )
  const [one = '', other = ''] = paper.body.match(/[0-9A-Z]{5}-[0-9A-Z]{5}/g) ?? []
  expect((await tryCode('ines@example.dk', one)).statusCode).toBe(303)
  expect((await tryCode('ines@example.dk', one)).statusCode).toBe(422)
  expect((await tryCode('ines@example.dk', other)).statusCode).toBe(303)
})
