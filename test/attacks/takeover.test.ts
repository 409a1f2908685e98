import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { addPerson } from '#people/add-person.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endRole } from '#people/end-role.ts'
import { enterStaff } from '#people/enter-staff.ts'
import { joinVenue } from '#people/join-venue.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { rolesOf } from '#people/role-store.ts'
import { clockwork, type Role } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { givePasswords, hashOf, newPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let marco: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.marco, cast.ada, cast.olga, cast.noor)
  app = await buildApp(house)
  marco = await cookieOf(house, cast.marco)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** Somebody joins Havnen and Marco confirms it; returns the employment. */
async function worksAtHavnen(personId: string): Promise<string> {
  const id = await house.as(personId, (work) => joinVenue(work, { personId, venueId: cast.havnen, job: 'bar' }))
  await house.as(cast.marco, (work) => confirmEmployment(work, id))
  return id
}

const appoint = (personId: string, role: Role, venueId: string | null = null) =>
  house.as(clockwork, (work) => appointRole(work, { personId, role, venueId }))

const linkUrl = (employment: string, venue = 'havnen') => `/venues/${venue}/employments/${employment}/reset-link`

/** Nothing is there, word for word as where there never was anything, and no link is made. */
async function expectNothing(url: string, cookie = marco) {
  const before = await links()
  const nowhere = await app.inject({ url: linkUrl('id_nobody'), headers: { cookie } })
  const looked = await app.inject({ url, headers: { cookie } })
  const posted = await post(app, url, {}, { cookie, language: 'en' })
  expect([url, looked.statusCode, posted.statusCode]).toEqual([url, 404, 404])
  expect([looked.body, posted.body]).toEqual([nowhere.body, nowhere.body])
  expect(await links()).toBe(before)
}

const links = async () => (await house.db.selectFrom('reset_links').select('token_hash').execute()).length

test('a manager gets no link for a learner who holds a role, whichever it is', async () => {
  for (const [role, venue] of [
    ['trainer', null],
    ['partner', null],
    ['association', null],
    ['manager', 'kilden'],
    ['manager', 'havnen'],
  ] as const) {
    const { personId, employment } = await newcomer(`${role}-${venue}@example.dk`)
    await appoint(personId, role, venue && cast[venue])
    await expectNothing(linkUrl(employment))
  }
})

async function newcomer(login: string) {
  const passwordHash = (await hashOf(house, cast.ines)) as string
  const person = { name: 'Kim Krog', login, passwordHash, language: 'da' as const }
  const personId = await house.as(clockwork, (work) => addPerson(work, person))
  return { personId, employment: await worksAtHavnen(personId) }
}

test('a manager gets none for herself, for another venue, or through the page of one', async () => {
  const own = (await employmentsOf(house.db, cast.marco, '2026-11-22'))[0]?.id as string
  const noors = (await employmentsOf(house.db, cast.noor, '2026-11-22'))[0]?.id as string
  for (const url of [linkUrl(own), linkUrl(noors), linkUrl(noors, 'kilden'), `/people/${cast.noor}/reset-link`])
    await expectNothing(url)
})

test('nor for whoever has joined and is not confirmed, or has left', async () => {
  const waiting = (await employmentsOf(house.db, cast.ines, '2026-11-22'))[0]?.id as string
  await expectNothing(linkUrl(waiting))
  await house.as(cast.marco, (work) => confirmEmployment(work, waiting))
  await house.as(cast.ines, (work) => leaveVenue(work, waiting, '2026-11-22'))
  house.at('2026-11-23T05:00:01Z')
  marco = await cookieOf(house, cast.marco)
  await expectNothing(linkUrl(waiting))
})

test('entering a login gives no power over its account: neither an offer nor an entry without a yes', async () => {
  const at = { venueId: cast.havnen, job: 'bar', firstOn: '2026-11-22' } as const
  await house.as(cast.marco, (work) => offerEmployment(work, { ...at, personId: cast.noor }))
  await expect(house.as(cast.marco, (work) => issueResetLink(work, cast.noor))).rejects.toThrow('issue a reset link')

  const entered = await house.as(clockwork, (work) =>
    addUnclaimedPerson(work, { name: 'Bo Berg', login: 'bo@example.dk', language: 'da' }),
  )
  const employment = await house.as(cast.marco, (work) => enterStaff(work, { ...at, personId: entered }))
  await expectNothing(linkUrl(employment))
  await house.db.updateTable('people').set({ password_hash: 'claimed' }).where('id', '=', entered).execute()
  await expectNothing(linkUrl(employment))
})

test('a link from before stops when the person comes to hold a role', async () => {
  await worksAtHavnen(cast.ines)
  const token = await house.as(cast.marco, (work) => issueResetLink(work, cast.ines))
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(200)
  const before = await hashOf(house, cast.ines)
  await appoint(cast.ines, 'association')
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(410)
  expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(410)
  expect(await hashOf(house, cast.ines)).toBe(before)
})

test('and when whoever issued it no longer manages, or the person no longer works there', async () => {
  const employment = await worksAtHavnen(cast.ines)
  const token = await house.as(cast.marco, (work) => issueResetLink(work, cast.ines))
  const [role] = await rolesOf(house.db, cast.marco, '2026-11-22')
  await house.as(cast.olga, (work) => endRole(work, role?.id as string))
  expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(410)

  await appoint(cast.marco, 'manager', cast.havnen)
  const second = await house.as(cast.marco, (work) => issueResetLink(work, cast.ines))
  await house.as(cast.ines, (work) => leaveVenue(work, employment, '2026-11-22'))
  house.at('2026-11-23T00:00:00Z')
  expect((await post(app, `/reset/${second}`, { password: newPassword })).statusCode).toBe(410)
})

test('the association resets neither itself nor another member, and its link stops when the person joins it', async () => {
  const olga = await cookieOf(house, cast.olga)
  await expectNothing(`/people/${cast.olga}/reset-link`, olga)
  const token = await house.as(cast.olga, (work) => issueResetLink(work, cast.ada))
  expect((await app.inject(`/reset/${token}`)).statusCode).toBe(200)
  await appoint(cast.ada, 'association')
  expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(410)
  await expectNothing(`/people/${cast.ada}/reset-link`, olga)
})

test.each(['ines', 'ada', 'pernille', 'noor'] as const)('%s has no such page at all', async (name) => {
  const employment = await worksAtHavnen(cast.noor)
  const cookie = await cookieOf(house, cast[name])
  await expectNothing(linkUrl(employment), cookie)
  await expectNothing(`/people/${cast.ines}/reset-link`, cookie)
})
