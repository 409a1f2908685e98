import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToRole, type RoleOffer } from '#invitations/invite-to-role.ts'
import { actorOn } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const today = '2026-11-22'
const password = 'lampe vejer blåt 7'
const rikke = { name: 'Rikke Dahl', login: 'rikke@example.dk', password }
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

const nobody = { venueId: null, toName: null, toAddress: null, language: 'en' } as const
const invite = (of: Partial<RoleOffer> = {}) =>
  house.as(cast.olga, (work) => inviteToRole(work, { role: 'trainer', ...nobody, ...of }))
const rolesOf = async (personId: string) => (await actorOn(house.db, personId, today)).roles
const roleRows = () => house.db.selectFrom('role_facts').selectAll().where('superseded_at', 'is', null).execute()
const accountOf = async (login: string) => (await findAccount(house.db, login))?.personId ?? 'nobody'

test('a new manager of Havnen creates an account with the link and lands at her venue', async () => {
  const token = await invite({ role: 'manager', venueId: cast.havnen, toName: 'Rikke', toAddress: 'rikke@example.dk' })
  const browser = openBrowser(app)
  await browser.open(`/invitation/${token}`)
  expect(browser.heading).toBe('Become manager of Havnen')
  expect(browser.text).toContain('Hello Rikke. Olga Holm has invited you.')
  expect(browser.page.querySelector('#login')?.getAttribute('value')).toBe('rikke@example.dk')
  await browser.press('Create an account and accept', rikke)
  expect(browser.url).toBe('/venues/havnen')
  expect(browser.text).toContain('The role is yours from today')
  const personId = await accountOf(rikke.login)
  expect(await actorOn(house.db, personId, today)).toMatchObject({ roles: ['manager'], manages: [cast.havnen] })
  expect((await roleRows()).find((row) => row.person_id === personId)).toMatchObject({
    first_on: today,
    last_on: null,
    written_by: cast.olga,
  })
  const told = await house.db
    .selectFrom('audit_events')
    .select(['action', 'actor_id'])
    .where('person_id', '=', personId)
    .where('action', 'in', ['role.appointed', 'invitation.accepted'])
    .orderBy('action')
    .execute()
  expect(told).toEqual([
    { action: 'invitation.accepted', actor_id: personId },
    { action: 'role.appointed', actor_id: cast.olga },
  ])
})

test('of the link only a hash is kept', async () => {
  const token = await invite()
  const stored = JSON.stringify([
    await house.db.selectFrom('invitations').selectAll().execute(),
    await house.db.selectFrom('audit_events').selectAll().execute(),
  ])
  expect(stored).not.toContain(token)
})

test('somebody signed in accepts with one button, keeps the account, and gets a new token', async () => {
  const token = await invite()
  const before = await cookieOf(house, cast.noor)
  const browser = openBrowser(app, { cookie: before })
  await browser.open(`/invitation/${token}`)
  expect(browser.text).toContain('You are signed in as Noor Haddad')
  await browser.press('Accept as Noor Haddad')
  expect(browser.text).toContain('The role is yours')
  expect(await rolesOf(cast.noor)).toEqual(['trainer'])
  const old = await app.inject({ url: '/learning', headers: { cookie: before } })
  expect(old.headers.location).toBe('/sign-in?next=/learning')
})

test('whoever is not the one signs out and comes back to the same page', async () => {
  const token = await invite()
  const browser = openBrowser(app, { cookie: await cookieOf(house, cast.noor) })
  await browser.open(`/invitation/${token}`)
  await browser.press('Not you? Sign out and come back here')
  expect([browser.url, browser.heading]).toEqual([`/invitation/${token}`, 'Become a trainer in Holstebro'])
})

test('the form cannot say which role or venue: only what was invited to is given', async () => {
  const token = await invite({ role: 'manager', venueId: cast.havnen })
  const forged = { ...rikke, role: 'association', roles: 'association', venueId: cast.kilden, venue: 'kilden' }
  expect((await post(app, `/invitation/${token}`, forged)).statusCode).toBe(303)
  expect(await actorOn(house.db, await accountOf(rikke.login), today)).toMatchObject({
    roles: ['manager'],
    manages: [cast.havnen],
  })
})

test('of fifty who accept at once one gets the role, the others are told the link is used', async () => {
  const token = await invite()
  const cookies: string[] = []
  for (const personId of [cast.ines, cast.noor, cast.marco, cast.pernille, cast.ada])
    cookies.push(await cookieOf(house, personId))
  const before = (await roleRows()).length
  const sent = Array.from({ length: 50 }, (_, n) =>
    post(app, `/invitation/${token}`, {}, { cookie: cookies[n % 4] as string }),
  )
  const answers = await Promise.all(sent)
  const codes = answers.map((answer) => answer.statusCode)
  expect(codes.filter((code) => code === 303)).toHaveLength(1)
  expect(codes.filter((code) => code === 410)).toHaveLength(49)
  expect((await roleRows()).length).toBe(before + 1)
})

test('an invitation to a role one holds changes nothing but is used up', async () => {
  const token = await invite()
  const cookie = await cookieOf(house, cast.ada)
  const before = await roleRows()
  expect((await post(app, `/invitation/${token}`, {}, { cookie })).statusCode).toBe(303)
  expect(await roleRows()).toEqual(before)
  expect((await post(app, `/invitation/${token}`, {}, { cookie: await cookieOf(house, cast.ada) })).statusCode).toBe(
    410,
  )
})

test('a login that has an account is tried as a sign-in, and told only within the limits', async () => {
  const first = await invite()
  await post(app, `/invitation/${first}`, rikke)
  const second = await invite({ role: 'partner' })
  const wrong = () => post(app, `/invitation/${second}`, { ...rikke, password: 'noget helt andet 9' })
  const answer = await wrong()
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('There is already an account with that login')
  expect(answer.body).toContain('value="Rikke Dahl"')
  expect(cookiesOf(answer)).not.toContain('session')
  for (let n = 0; n < 4; n++) await wrong()
  expect((await wrong()).statusCode).toBe(429)
  house.at('2026-11-22T13:00:00Z')
  expect((await post(app, `/invitation/${second}`, rikke)).statusCode).toBe(303)
  expect((await rolesOf(await accountOf(rikke.login))).toSorted()).toEqual(['partner', 'trainer'])
})

test('what is wrong stands beside its field, and what was typed stays but the password', async () => {
  const token = await invite()
  const answer = await post(app, `/invitation/${token}`, { name: ' ', login: 'rikke', password: 'Holstebro123' })
  expect(answer.statusCode).toBe(422)
  for (const fault of ['Write your name', 'Write an e-mail', 'your login or the name of the place'])
    expect(answer.body.split(fault)).toHaveLength(3)
  expect(answer.body).toContain('value="rikke"')
  expect(answer.body).not.toContain('Holstebro123')
})
