import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { actorOn } from '#people/role-store.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { newPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { fillForm } from '../support/form.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addressOf, hasSomething } from '../support/matrix.ts'
import { type RunningTown, settleRunningTown } from '../support/running-town.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Fields that no form has, and ids of others in those that it has. */

const today = '2026-11-22'
let house: TestHouse
let app: FastifyInstance
let town: RunningTown

beforeEach(async () => {
  house = await openTestHouse()
  town = await settleRunningTown(house)
  app = await buildApp(house)
  await app.ready()
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** What somebody would like to be true, under every name that code or database has for it. */
const wishes = (): Record<string, string> => {
  const { cast } = town
  return {
    ...{ role: 'association', roles: 'association', manages: cast.havnen, actor: cast.olga, by: cast.olga },
    ...{ personId: cast.olga, person_id: cast.olga, person: cast.olga, subject: cast.olga, entered: cast.noor },
    ...{ venueId: cast.kilden, venue_id: cast.kilden, venue: 'kilden', employment_id: 'id_1', offeredBy: cast.olga },
    ...{ confirmed: 'yes', confirmed_at: '2026-01-01T00:00:00.000Z', confirmedBy: cast.olga, written_by: cast.olga },
    ...{ password_hash: 'x', passwordHash: 'x', search_name: 'x', erased_at: '2026-01-01', merged_into_id: cast.olga },
    ...{ passed_at: '2026-01-01', right_count: '99', issued_on: '2020-01-01', last_on: '2099-01-01', right: 'yes' },
    ...{ __proto__: 'x', 'constructor[prototype][roles]': 'association', 'roles[]': 'association' },
  }
}

/** Everything that Ines has no business with, as it stands. */
async function othersThings() {
  const { ines } = town.cast
  const others = (table: 'employment_facts' | 'certificates' | 'attempts' | 'notices' | 'letters' | 'reset_links') =>
    house.db.selectFrom(table).selectAll().where('person_id', '!=', ines).execute()
  return {
    roles: await house.db.selectFrom('role_facts').selectAll().execute(),
    people: await house.db.selectFrom('people').selectAll().where('id', '!=', ines).orderBy('id').execute(),
    venues: await house.db.selectFrom('venues').selectAll().execute(),
    requirements: await house.db.selectFrom('requirement_facts').selectAll().execute(),
    partnership: await house.db.selectFrom('partnership').selectAll().execute(),
    invitations: await house.db.selectFrom('invitations').selectAll().execute(),
    facts: await others('employment_facts'),
    certificates: await others('certificates'),
    attempts: await others('attempts'),
    notices: await others('notices'),
    links: await others('reset_links'),
  }
}

test('Ines sends every form she can open with every field she would like it to have: nothing of others changes, and she is no more than she was', async () => {
  const before = await othersThings()
  const cookie = await cookieOf(house, town.cast.ines)
  const pages = (await app.wholePlan()).filter(
    (route) => route.method === 'GET' && hasSomething(route) && !route.path.endsWith('.pdf'),
  )
  let sent = 0
  for (const route of pages) {
    const answer = await app.inject({ url: addressOf(route, town.values), headers: { cookie } })
    if (!String(answer.headers['content-type']).includes('html')) continue
    for (const form of parse(answer.body).querySelectorAll('form[method=post]')) {
      const action = form.getAttribute('action') ?? addressOf(route, town.values)
      if (action === '/sign-out' || action === '/account/leave') continue
      const own = Object.fromEntries(fillForm(form, form.querySelector('button'), {}))
      for (const fields of [
        { ...wishes(), ...own },
        { ...own, ...wishes() },
      ]) {
        const { statusCode } = await post(app, action, { ...fields, password: newPassword }, { cookie })
        expect([action, statusCode < 500]).toEqual([action, true])
      }
      sent++
    }
  }
  expect(sent).toBeGreaterThan(25)
  expect(await othersThings()).toEqual(before)
  expect(await actorOn(house.db, town.cast.ines, today)).toMatchObject({ roles: [], manages: [] })
}, 60_000)

test('joining by a poster with all of it makes an employment at that venue, today, unconfirmed, and no role', async () => {
  const before = await othersThings()
  const form = { name: 'Uffe Ulv', login: 'uffe@example.dk', job: 'bar', password: newPassword }
  expect(
    (await post(app, `/join/${await getJoinCode(house.db, town.cast.havnen)}`, { ...wishes(), ...form })).statusCode,
  ).toBe(303)
  const { id } = await house.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'uffe@example.dk')
    .executeTakeFirstOrThrow()
  const facts = await house.db.selectFrom('employment_facts').selectAll().where('person_id', '=', id).execute()
  expect(facts).toMatchObject([
    { venue_id: town.cast.havnen, first_on: today, last_on: null, confirmed_at: null, written_by: id },
  ])
  expect((await othersThings()).roles).toEqual(before.roles)
})

test('accepting an invitation with all of it gives what was invited to, to whoever is signed in', async () => {
  const { olga, noor, havnen } = town.cast
  const offer = { role: 'manager', venueId: havnen, toName: null, toAddress: null, language: 'en' } as const
  const token = await house.as(olga, (work) => inviteToRole(work, offer))
  const answer = await post(app, `/invitation/${token}`, wishes(), { cookie: await cookieOf(house, noor) })
  expect(answer.statusCode).toBe(303)
  expect(await actorOn(house.db, noor, today)).toEqual({ personId: noor, roles: ['manager'], manages: [havnen] })
  expect((await actorOn(house.db, olga, today)).manages).toEqual([])
})

test('Marco’s forms with Kilden and Noor in them reach nobody but Havnen’s', async () => {
  const { marco, noor, kilden, havnen } = town.cast
  const cookie = await cookieOf(house, marco)
  const noors = () => house.db.selectFrom('employment_facts').selectAll().where('person_id', '=', noor).execute()
  const before = await noors()
  const at = `/venues/havnen/employments/${town.values.employment}`
  for (const [url, fields] of [
    [`${at}/days`, { firstOn: '2026-11-02', lastOn: '' }],
    [`${at}/job`, { job: 'door', fromOn: '2026-12-01' }],
    ['/venues/havnen/staff', { text: 'Mie;mie@example.dk', job: 'bar' }],
  ] as const)
    expect(
      (await post(app, url, { ...wishes(), employment: before[0]?.employment_id ?? '', ...fields }, { cookie }))
        .statusCode,
    ).toBeLessThan(304)
  expect(await noors()).toEqual(before)
  const mie = await house.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'mie@example.dk')
    .executeTakeFirstOrThrow()
  const facts = await house.db.selectFrom('employment_facts').selectAll().where('person_id', '=', mie.id).execute()
  expect(facts).toMatchObject([{ venue_id: havnen, written_by: marco, confirmed_by: marco }])
  expect(facts.filter((fact) => fact.venue_id === kilden)).toEqual([])
})
