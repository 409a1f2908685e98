import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { acceptOffer } from '#people/accept-offer.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { givePasswords, hashOf, newPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** A manager and whoever worked for him once: what he writes down afterwards gives him nothing to say over the account. */

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let marco: string
let page: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.marco)
  app = await buildApp(house)
  const [joined] = await allEmploymentsOf(house.db, cast.ines)
  await house.as(cast.marco, (work) => confirmEmployment(work, joined?.id ?? ''))
  page = `/venues/havnen/employments/${joined?.id}`
  marco = await cookieOf(house, cast.marco)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const linkUrl = () => `${page}/reset-link`
const asks = async () => (await app.inject({ url: linkUrl(), headers: { cookie: marco } })).statusCode
const send = (section: string, fields: Record<string, string>) =>
  post(app, `${page}/${section}`, fields, { cookie: marco })
const later = async (instant: string) => {
  house.at(instant)
  marco = await cookieOf(house, cast.marco)
}

/** Marco writes that she works there still; he gets no link, and her password stays what it was. */
async function expectNoLinkAfterReopening(lastOn = '') {
  const [first] = await allEmploymentsOf(house.db, cast.ines)
  const kept = await send('days', { firstOn: first?.firstOn ?? '', lastOn })
  expect(kept.statusCode).toBe(303)
  const before = await hashOf(house, cast.ines)
  expect(await asks()).toBe(404)
  expect((await post(app, linkUrl(), {}, { cookie: marco })).statusCode).toBe(404)
  expect(await hashOf(house, cast.ines)).toBe(before)
}

test('as long as she works there he may help her, so the tests below mean something', async () => {
  expect(await asks()).toBe(200)
  await send('end', { lastOn: '2026-11-22' })
  await send('days', { firstOn: '2026-11-22', lastOn: '' })
  expect(await asks()).toBe(200)
})

test('Ines left by herself; taking her last day away again gives Marco no link', async () => {
  const id = page.split('/').at(-1) as string
  await house.as(cast.ines, (work) => leaveVenue(work, id, '2026-11-22'))
  await later('2026-12-24T12:00:00Z')
  await expectNoLinkAfterReopening()
})

test('nor on the very day she leaves, with a last day to come, or by another job', async () => {
  const id = page.split('/').at(-1) as string
  await house.as(cast.ines, (work) => leaveVenue(work, id, '2026-11-22'))
  await send('days', { firstOn: '2026-11-22', lastOn: '2027-05-01' })
  await send('job', { job: 'door', fromOn: '2026-11-22' })
  await later('2026-11-23T12:00:00Z')
  await expectNoLinkAfterReopening('2027-06-01')
})

test('Marco ended it himself two years ago; writing it on gives him no link, nor does a second change', async () => {
  await send('end', { lastOn: '2026-11-25' })
  await later('2028-11-25T12:00:00Z')
  await expectNoLinkAfterReopening()
  await send('job', { job: 'floor', fromOn: '2028-11-25' })
  await later('2028-11-26T12:00:00Z')
  expect(await asks()).toBe(404)
})

test('a link from before stays dead when he writes her on', async () => {
  const handed = await post(app, linkUrl(), {}, { cookie: marco })
  const token = /\/reset\/(\w+)/.exec(handed.body)?.[1] as string
  const id = page.split('/').at(-1) as string
  await house.as(cast.ines, (work) => leaveVenue(work, id, '2026-11-22'))
  await later('2026-11-23T01:00:00Z')
  await send('days', { firstOn: '2026-11-22', lastOn: '' })
  expect((await post(app, `/reset/${token}`, { password: newPassword })).statusCode).toBe(410)
})

test('once she says yes again he may help her again', async () => {
  await send('end', { lastOn: '2026-11-25' })
  await later('2028-11-25T12:00:00Z')
  const at = { personId: cast.ines, venueId: cast.havnen, job: 'bar', firstOn: '2028-11-25' } as const
  const offer = await house.as(cast.marco, (work) => offerEmployment(work, at))
  await send('days', { firstOn: '2026-11-22', lastOn: '' })
  expect(await asks()).toBe(404)
  await house.as(cast.ines, (work) => acceptOffer(work, offer))
  expect(await asks()).toBe(200)
})
