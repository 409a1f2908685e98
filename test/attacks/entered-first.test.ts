import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToAccount } from '#invitations/invite-to-account.ts'
import { appointRole } from '#people/appoint-role.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { actorOn, subjectOf } from '#people/role-store.ts'
import { findByLogin } from '#people/unclaimed-store.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { givePasswords, hashOf, newPassword, oldPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** A manager writes somebody's login down before she has an account, and waits. */

const today = '2026-11-22'
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let marco: string
let kim: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.marco, cast.noor)
  await house.as(clockwork, (work) => appointRole(work, { personId: cast.noor, role: 'manager', venueId: cast.kilden }))
  app = await buildApp(house)
  marco = await cookieOf(house, cast.marco)
  kim = await cookieOf(house, cast.noor)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** Enters one line at a venue; the token of the link, when there is one. */
async function enter(text: string, venue = 'havnen', cookie = marco): Promise<string | undefined> {
  const slips = await post(app, `/venues/${venue}/staff`, { text, job: 'bar' }, { cookie })
  expect(slips.statusCode).toBe(200)
  return /\/invitation\/(\w+)/.exec(slips.body)?.[1]
}
const vera = { name: 'Vera Vang', login: 'vera@example.dk', job: 'bar', password: newPassword }
const join = async (venueId: string, fields = vera) =>
  post(app, `/join/${await getJoinCode(house.db, venueId)}`, fields)
const idOf = async (login: string) => (await findByLogin(house.db, login))?.personId as string
const looks = async (url: string, cookie: string) => (await app.inject({ url, headers: { cookie } })).statusCode

test('Vera joins Kilden by the poster: the link in Marco’s hand is dead, he can make no other, and helps nobody back in', async () => {
  const token = await enter('V;vera@example.dk')
  expect((await join(cast.kilden)).statusCode).toBe(303)
  const id = await idOf('vera@example.dk')
  const his = { name: 'Vera', login: 'marcos@example.dk', password: oldPassword }
  expect((await post(app, `/invitation/${token}`, his)).statusCode).toBe(410)
  expect((await post(app, `/invitation/${token}`, {}, { cookie: marco })).statusCode).toBe(410)
  expect(await enter('V;vera@example.dk')).toBeUndefined()
  const renewed = await post(app, '/venues/havnen/staff/invitations', {}, { cookie: marco })
  expect(renewed.body).not.toContain('/invitation/')
  const here = (await allEmploymentsOf(house.db, id, cast.havnen))[0]?.id
  expect(await looks(`/venues/havnen/employments/${here}/reset-link`, marco)).toBe(404)
  expect((await subjectOf(house.db, id, today)).worksAt).toEqual([])
})

test('fifty times at once, half by Marco’s link and half by the poster: one of them has the account', async () => {
  const token = await enter('V;vera@example.dk')
  const his = { name: 'Vera', login: 'vera@example.dk', password: oldPassword }
  const tries = Array.from({ length: 50 }, (_, n) =>
    n % 2 ? join(cast.kilden) : post(app, `/invitation/${token}`, his),
  )
  const answers = await Promise.all(tries)
  const hash = await hashOf(house, await idOf('vera@example.dk'))
  expect(hash).toMatch(/^\$argon2id/)
  const claims = await house.db.selectFrom('audit_events').select('id').where('action', '=', 'person.claimed').execute()
  expect(claims).toHaveLength(1)
  const opens = async (password: string, at: string) => {
    house.at(at)
    return (await post(app, '/sign-in', { login: 'vera@example.dk', password }, { from: '198.51.100.9' })).statusCode
  }
  expect(
    [await opens(newPassword, '2026-11-22T13:00:00Z'), await opens(oldPassword, '2026-11-22T14:00:00Z')].sort(),
  ).toEqual([303, 422])
  expect(answers.filter(({ statusCode }) => statusCode >= 500 && statusCode !== 503)).toEqual([])
}, 60_000)

test('Marco takes the record over himself, with what Kilden wrote in it: he has nothing to say at Kilden', async () => {
  await enter('Vera Vang;vera@example.dk', 'kilden', kim)
  const token = await enter('V;vera@example.dk')
  await (await openBrowser(app, { cookie: marco }).open(`/invitation/${token}`)).press('Accept as Marco Rossi')
  marco = await cookieOf(house, cast.marco)
  expect((await actorOn(house.db, cast.marco, today)).manages).toEqual([cast.havnen])
  for (const url of ['/venues/kilden', '/venues/kilden/list', '/venues/kilden/staff'])
    expect(await looks(url, marco)).toBe(404)
  expect((await subjectOf(house.db, cast.marco, today)).worksAt).toEqual([cast.havnen])
})

test('a name that was written at Kilden is not told to Marco by the list he looks at', async () => {
  await enter('Vera Hemmelig;vera@example.dk', 'kilden', kim)
  const preview = await post(
    app,
    '/venues/havnen/staff/preview',
    { text: 'V;vera@example.dk', job: 'bar' },
    { cookie: marco },
  )
  expect(preview.statusCode).toBe(200)
  expect(preview.body).not.toContain('Hemmelig')
  const unknown = await post(
    app,
    '/venues/havnen/staff/preview',
    { text: 'V;nobody@example.dk', job: 'bar' },
    { cookie: marco },
  )
  expect(preview.body.replaceAll('vera@', 'x@')).toBe(unknown.body.replaceAll('nobody@', 'x@'))
})

test.each(['  OLGA@Example.DK ', 'ｏｌｇａ@example.dk', 'Olga@EXAMPLE.dk\t'])(
  'Olga’s login spelt as "%s" is Olga’s: nothing is entered',
  async (login) => {
    expect(await enter(`Ole;${login.trim()}`)).toBeUndefined()
    const people = await house.db.selectFrom('people').select('login').where('login', 'like', '%olga%').execute()
    expect(people).toEqual([{ login: 'olga@example.dk' }])
    expect((await join(cast.havnen, { ...vera, login })).statusCode).toBe(422)
  },
)

const unseen = [
  'ol\u00adga@example.dk',
  'olga@exa\u200bmple.dk',
  'olga\u202e@example.dk',
  'olga@example.dk\u0000',
  'ol\u0007ga@example.dk',
]
test.each(unseen)(
  'a login with signs that nobody sees is none (%j): not joining, not in a list, not as one’s own',
  async (login) => {
    expect((await join(cast.havnen, { ...vera, login })).statusCode).toBe(422)
    const own = await post(app, '/account/login', { login, password: oldPassword }, { cookie: kim })
    expect(own.statusCode).toBe(422)
    await post(app, '/venues/havnen/staff', { text: `Ole;${login}`, job: 'bar' }, { cookie: marco })
    const logins = (await house.db.selectFrom('people').select('login').execute()).map((row) => row.login ?? '')
    expect(logins.filter((one) => /[^\x21-\x7e]/.test(one))).toEqual([])
  },
)

test('nobody gets an account invitation to whoever has a password or holds a role, however it is asked for', async () => {
  for (const personId of [cast.ines, cast.olga, cast.marco])
    await expect(
      house.as(cast.olga, (work) => inviteToAccount(work, { personId, venueId: cast.havnen })),
    ).rejects.toMatchObject({ code: 'not-found' })
})
