import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { endInvitation } from '#invitations/end-invitation.ts'
import { inviteToRole, type RoleOffer } from '#invitations/invite-to-role.ts'
import { openInvitations } from '#invitations/store.ts'
import { appointRole } from '#people/appoint-role.ts'
import { endRole } from '#people/end-role.ts'
import { actorOn } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { post } from '../signin/post.ts'
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

test.each([
  ['used', 410, 'This link has been used'],
  ['taken back', 410, 'This link was taken back'],
  ['eight days old', 410, 'This link is too old'],
  ['made up', 404, 'There is no such link'],
])('a link that is %s says so in words, to GET and POST alike', async (state, status, heading) => {
  let token = await invite()
  const [open] = await openInvitations(house.db, house.clock().toISOString(), { kind: 'role' })
  if (state === 'used') await post(app, `/invitation/${token}`, {}, { cookie: await cookieOf(house, cast.noor) })
  if (state === 'taken back') await house.as(cast.olga, (work) => endInvitation(work, open?.id ?? ''))
  if (state === 'eight days old') house.at('2026-11-29T12:00:00Z')
  if (state === 'made up') token = 'abc'
  const before = (await roleRows()).length
  const cookie = await cookieOf(house, cast.ines)
  const seen = await app.inject({ url: `/invitation/${token}`, headers: { cookie } })
  const sent = await post(app, `/invitation/${token}`, {}, { cookie })
  const asNew = await post(app, `/invitation/${token}`, rikke)
  for (const answer of [seen, sent, asNew]) {
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain(heading)
  }
  expect((await roleRows()).length).toBe(before)
  expect(await accountOf(rikke.login)).toBe('nobody')
})

test('a link works to the last second of its seventh day', async () => {
  const token = await invite()
  house.at('2026-11-29T11:59:59Z')
  expect((await app.inject({ url: `/invitation/${token}` })).statusCode).toBe(200)
})

test('nobody but the association invites to a role, and only managers have a venue', async () => {
  for (const actor of [cast.marco, cast.ada, cast.pernille, cast.noor])
    await expect(
      house.as(actor, (work) => inviteToRole(work, { role: 'manager', ...nobody, venueId: cast.havnen })),
    ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(invite({ role: 'association', venueId: cast.havnen })).rejects.toMatchObject({ code: 'conflict' })
  await expect(invite({ role: 'manager' })).rejects.toMatchObject({ code: 'conflict' })
})

test('a link ends with the right of whoever sent it', async () => {
  const token = await invite({ role: 'association' })
  await house.as(cast.olga, (work) => appointRole(work, { personId: cast.ada, role: 'association', venueId: null }))
  const olgas = (await roleRows()).find((row) => row.person_id === cast.olga)
  await house.as(cast.ada, (work) => endRole(work, olgas?.id ?? ''))
  const answer = await post(app, `/invitation/${token}`, {}, { cookie: await cookieOf(house, cast.olga) })
  expect(answer.statusCode).toBe(410)
  expect(await rolesOf(cast.olga)).toEqual([])
})
