import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { movableClock } from '#base/clock.ts'
import { readConfig } from '#config.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { issueSetupLink } from '#joining/issue-setup-link.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { hashPassword } from '#signin/password.ts'
import { openHouse } from '../../src/open-house.ts'
import { newPassword, oldPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function site(house: House & { close(): Promise<void> }): Promise<FastifyInstance> {
  const app = await buildApp(house)
  closing.push(() => app.close().then(() => house.close()))
  return app
}

const fifty = <T>(task: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 50 }, (_, n) => task(n)))

test('of fifty who found the town with one set-up link at once, one does, and nobody else gets an account', async () => {
  const house = await openTestHouse()
  const app = await site(house)
  const token = await house.as(clockwork, issueSetupLink)
  const found = (n: number) =>
    post(app, `/setup/${token}`, {
      ...{ partnership: `By ${n}`, venue: `Sted ${n}`, kind: 'bar', name: `Person ${n}` },
      ...{ login: `person${n}@example.dk`, password: newPassword },
    })
  const answers = await fifty(found)
  expect(answers.filter((one) => one.statusCode === 303)).toHaveLength(1)
  const count = async (table: 'people' | 'partnership' | 'venues' | 'role_facts' | 'sign_ins') =>
    (await house.db.selectFrom(table).selectAll().execute()).length
  const tables = ['people', 'partnership', 'venues', 'role_facts', 'sign_ins'] as const
  expect(await Promise.all(tables.map(count))).toEqual([1, 1, 1, 1, 1])
  expect((await found(51)).statusCode).toBe(410)
}, 60_000)

test('fifty yeses and noes to one offer at once: Noor works there once or not at all, and it is answered once', async () => {
  const house = await openTestHouse()
  const cast = await settleCast(house)
  const app = await site(house)
  const offered = { personId: cast.noor, venueId: cast.havnen, job: 'bar', firstOn: '2026-11-22' } as const
  const offer = await house.as(cast.marco, (work) => offerEmployment(work, offered))
  const cookie = await cookieOf(house, cast.noor)
  await fifty((n) => post(app, `/account/offers/${offer}/${n % 2 ? 'acceptance' : 'refusal'}`, {}, { cookie }))
  const here = await allEmploymentsOf(house.db, cast.noor, cast.havnen)
  const events = await house.db
    .selectFrom('audit_events')
    .select('action')
    .where('action', 'like', 'employment.offer-%')
    .execute()
  expect(events).toHaveLength(1)
  expect(here).toHaveLength(events[0]?.action === 'employment.offer-accepted' ? 1 : 0)

  const second = await house.as(cast.marco, (work) => offerEmployment(work, { ...offered, personId: cast.ada }))
  const ada = await cookieOf(house, cast.ada)
  await fifty(() => post(app, `/account/offers/${second}/acceptance`, {}, { cookie: ada }))
  expect(await allEmploymentsOf(house.db, cast.ada, cast.havnen)).toHaveLength(1)
  for (const who of ['ines', 'olga', 'marco'] as const) {
    const answer = await post(
      app,
      `/account/offers/${second}/acceptance`,
      {},
      { cookie: await cookieOf(house, cast[who]) },
    )
    expect(answer.statusCode).toBe(404)
  }
})

test('a new house on the same file counts on: tries to sign in, the password asked for again, and lists', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'limits-'))
  closing.push(async () => rmSync(dataDir, { recursive: true, force: true }))
  const clock = movableClock('2026-11-22T12:00:00Z')
  const open = async () => {
    const house = await openHouse(readConfig({ DATA_DIR: dataDir }), clock)
    return { house, app: await buildApp(house) }
  }
  const first = await open()
  const marco = await inWork(first.house, clockwork, settleMarco(await hashPassword(oldPassword)))
  const cookie = await cookieOf(first.house, marco)
  const list = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => `Mie;mie${from + n}@example.dk`).join('\n')
  const ways = (app: FastifyInstance) => ({
    signIn: () => post(app, '/sign-in', { login: 'marco@example.dk', password: 'forkert kode her' }),
    again: () => post(app, '/account/login', { login: 'ny@example.dk', password: 'forkert kode her' }, { cookie }),
    look: (from: number, to: number) =>
      post(app, '/venues/havnen/staff/preview', { text: list(from, to), job: 'bar' }, { cookie }),
    enter: (from: number, to: number) =>
      post(app, '/venues/havnen/staff', { text: list(from, to), job: 'bar' }, { cookie }),
  })
  const before = ways(first.app)
  for (let n = 0; n < 5; n++)
    expect([(await before.signIn()).statusCode, (await before.again()).statusCode]).toEqual([422, 422])
  expect((await before.look(0, 300)).statusCode).toBe(200)
  expect((await before.look(300, 600)).statusCode).toBe(200)
  await first.app.close()
  await first.house.close()

  const second = await open()
  closing.unshift(() => second.app.close().then(() => second.house.close()))
  const after = ways(second.app)
  expect([(await after.signIn()).statusCode, (await after.again()).statusCode]).toEqual([429, 429])
  expect((await after.look(300, 600)).statusCode).toBe(200)
  for (const answer of [await after.look(599, 601), await after.enter(600, 601)]) {
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '3600'])
    expect(answer.body).toContain('mie600@example.dk')
    expect(answer.body).toContain('Wait an hour')
  }
  clock.moveTo('2026-11-22T13:00:01Z')
  expect((await after.look(599, 601)).statusCode).toBe(200)
}, 60_000)

const settleMarco = (passwordHash: string) => async (work: Parameters<typeof addPerson>[0]) => {
  await foundPartnership(work, { name: 'Holstebro', demo: false })
  const { id: venueId } = await openVenue(work, { name: 'Havnen', kind: 'bar', address: 'Kajen 1' })
  const marco = await addPerson(work, { name: 'Marco Rossi', login: 'marco@example.dk', passwordHash, language: 'en' })
  await appointRole(work, { personId: marco, role: 'manager', venueId })
  return marco
}
