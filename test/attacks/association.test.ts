import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { listRoles } from '#people/role-store.ts'
import { clockwork, operator } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { givePasswords, hashOf, newPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** One member of the association against another: Olga against Oskar. */

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let oskar: string
let olga: string

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  oskar = await house.as(clockwork, async (work) => {
    const personId = await addPerson(work, {
      name: 'Oskar Ro',
      login: 'oskar@example.dk',
      passwordHash: 'x',
      language: 'da',
    })
    await appointRole(work, { personId, role: 'association', venueId: null })
    return personId
  })
  await givePasswords(house, cast.olga, oskar, cast.marco)
  app = await buildApp(house)
  olga = await cookieOf(house, cast.olga)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const roleOf = async (personId: string) =>
  (await listRoles(house.db, '2026-11-22')).find((line) => line.personId === personId && !line.ended)?.id as string
const send = (url: string, fields: Record<string, string> = {}) => post(app, url, fields, { cookie: olga })
const status = async (url: string, cookie = olga) => (await app.inject({ url, headers: { cookie } })).statusCode

test.each(['on the same day', 'after a month'])(
  'Olga ends Oskar’s role and wants a link to his account, %s: it is not there',
  async (when) => {
    if (when === 'after a month') house.at('2026-12-24T12:00:00Z')
    olga = await cookieOf(house, cast.olga)
    const before = await hashOf(house, oskar)
    expect((await send(`/roles/${await roleOf(oskar)}/end`)).statusCode).toBe(303)
    expect(await status(`/people/${oskar}/reset-link`)).toBe(404)
    expect((await send(`/people/${oskar}/reset-link`)).statusCode).toBe(404)
    expect(await hashOf(house, oskar)).toBe(before)
    const token = await house.as(operator, (work) => issueResetLink(work, oskar))
    expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(303)
  },
)

test('a link from before Oskar was appointed does not come alive again when his role is ended', async () => {
  const token = await house.as(cast.olga, (work) => issueResetLink(work, cast.marco))
  await house.as(clockwork, (work) => appointRole(work, { personId: cast.marco, role: 'association', venueId: null }))
  const roles = await listRoles(house.db, '2026-11-22')
  const line = roles.find((one) => one.personId === cast.marco && one.role === 'association')
  expect((await send(`/roles/${line?.id}/end`)).statusCode).toBe(303)
  expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(410)
})

test('Oskar’s account cannot be merged away while he is in the association, whichever way round it is asked for', async () => {
  for (const url of [`/duplicates/${oskar}/${cast.ines}/merge`, `/duplicates/${cast.ines}/${oskar}/merge`])
    expect((await send(url, { keep: cast.ines, sure: 'yes' })).statusCode).toBe(422)
  const oskars = await cookieOf(house, oskar)
  expect(await status('/roles', oskars)).toBe(200)
})

test('the letter that lets Oskar back in is never read by Olga: not in the list, not alone, not in what is kept about her', async () => {
  await post(app, '/recovery/letter', { address: 'oskar@example.dk' })
  const letters = () => house.db.selectFrom('letters').select(['id', 'text']).where('kind', '=', 'reset').execute()
  await expect.poll(async () => (await letters()).length).toBe(1)
  const [letter] = await letters()
  const token = /\/reset\/(\w+)/.exec(letter?.text ?? '')?.[1] as string
  for (const url of ['/letters', `/letters/${letter?.id}`, '/account/data.json', '/audit']) {
    const page = await app.inject({ url, headers: { cookie: olga } })
    expect([url, page.statusCode, page.body.includes(token)]).toEqual([url, 200, false])
  }
})

test('Olga and Oskar end each other’s role at the same moment: one of them stays', async () => {
  const oskars = await cookieOf(house, oskar)
  const [hers, his] = [await roleOf(cast.olga), await roleOf(oskar)]
  await Promise.all([send(`/roles/${his}/end`), post(app, `/roles/${hers}/end`, {}, { cookie: oskars })])
  const left = (await listRoles(house.db, '2026-11-22')).filter((one) => one.role === 'association' && !one.ended)
  expect(left).toHaveLength(1)
})
