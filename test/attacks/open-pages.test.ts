import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { addPerson } from '#people/add-person.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { endRole } from '#people/end-role.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { rolesOf } from '#people/role-store.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { giveCodes, givePasswords, newPassword, oldPassword } from '../recovery/settle.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Somebody whose rights have ended still has a page open, a cookie, a link, a paper. */

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.marco, cast.olga, cast.noor)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const endRoleOf = async (personId: string) => {
  const [role] = await rolesOf(house.db, personId, '2026-11-22')
  await house.as(cast.olga, (work) => endRole(work, role?.id ?? ''))
}
const events = async () => (await house.db.selectFrom('audit_events').select('id').execute()).length

test('Marco’s role ends while his pages are open: every form on them is answered as if it were not there, and does nothing', async () => {
  const [joined] = await allEmploymentsOf(house.db, cast.ines)
  const cookie = await cookieOf(house, cast.marco)
  expect((await app.inject({ url: '/venues/havnen', headers: { cookie } })).statusCode).toBe(200)
  await endRoleOf(cast.marco)
  const at = `/venues/havnen/employments/${joined?.id}`
  const before = await events()
  for (const [url, fields] of [
    [`${at}/confirmation`, {}],
    [`${at}/rejection`, {}],
    [`${at}/days`, { firstOn: '2026-11-01', lastOn: '' }],
    [`${at}/end`, { lastOn: '2026-11-22' }],
    [`${at}/reset-link`, {}],
    ['/venues/havnen/staff', { text: 'Mie;mie@example.dk', job: 'bar' }],
    ['/venues/havnen/staff/preview', { text: 'Olga;olga@example.dk', job: 'bar' }],
    ['/venues/havnen/staff/invitations', {}],
    ['/venues/havnen/poster/code', { understood: 'yes' }],
    ['/venues/havnen/local', { 'da.moedested': 'x' }],
  ] as const)
    expect([url, (await post(app, url, fields, { cookie })).statusCode]).toEqual([url, 404])
  for (const url of ['/venues/havnen', '/venues/havnen.csv', '/venues/havnen/list', '/venues/havnen/poster', at])
    expect([url, (await app.inject({ url, headers: { cookie } })).statusCode]).toEqual([url, 404])
  expect(await events()).toBe(before)
})

test('an offer that Marco made before his role ended gives Noor an employment that still has to be confirmed', async () => {
  const at = { personId: cast.noor, venueId: cast.havnen, job: 'bar', firstOn: '2026-11-22' } as const
  const offer = await house.as(cast.marco, (work) => offerEmployment(work, at))
  await endRoleOf(cast.marco)
  await post(app, `/account/offers/${offer}/acceptance`, {}, { cookie: await cookieOf(house, cast.noor) })
  expect(await allEmploymentsOf(house.db, cast.noor, cast.havnen)).toMatchObject([{ confirmed: false }])
})

test('Ines leaves entirely: her cookie, device, codes, links, certificate’s page and login open nothing any more', async () => {
  const signedIn = await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })
  const cookie = cookiesOf(signedIn)
  const [code = ''] = await giveCodes(house, cast.ines)
  const link = await house.as(cast.olga, (work) => issueResetLink(work, cast.ines))
  const earned = { personId: cast.ines, courseId: 'grundkursus', revisionId: cast.revision, enrolmentId: 'e1' }
  const number = await house.as(cast.ines, (work) => issueCertificate(work, earned))
  const other = await cookieOf(house, cast.ines)
  expect((await post(app, '/account/leave', { sure: 'yes', password: oldPassword }, { cookie })).statusCode).toBe(303)

  for (const url of ['/account', '/account/data.json', `/certificates/${number}.pdf`, '/learning'])
    for (const old of [cookie, other])
      expect([url, (await app.inject({ url, headers: { cookie: old } })).statusCode]).toEqual([url, 303])
  expect(
    (await post(app, '/recovery', { login: 'ines@example.dk', code, password: newPassword }, { cookie })).statusCode,
  ).toBe(422)
  expect((await post(app, `/reset/${link}`, { password: newPassword })).statusCode).toBeGreaterThanOrEqual(404)
  expect(
    (await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword }, { cookie })).statusCode,
  ).toBe(422)
  expect((await app.inject({ url: `/verify/${number}` })).body).not.toContain('Ines')
  await post(app, '/recovery/letter', { address: 'ines@example.dk' })
  await app.close()
  expect(
    await house.db.selectFrom('letters').selectAll().where('to_address', '=', 'ines@example.dk').execute(),
  ).toEqual([])
  expect(await house.db.selectFrom('sign_ins').selectAll().where('person_id', '=', cast.ines).execute()).toEqual([])
})

test('two records of Ines are merged: cookie, codes, links and login of the one that went open neither record', async () => {
  const passwordHash = (
    await house.db.selectFrom('people').select('password_hash').where('id', '=', cast.ines).executeTakeFirstOrThrow()
  ).password_hash as string
  const second = await house.as(clockwork, (work) =>
    addPerson(work, { name: 'Ines S', login: '+4520304050', passwordHash, language: 'en' }),
  )
  const cookie = cookiesOf(await post(app, '/sign-in', { login: '20304050', password: oldPassword }))
  const [code = ''] = await giveCodes(house, second)
  const link = await house.as(cast.olga, (work) => issueResetLink(work, second))
  await house.as(cast.olga, (work) => mergePeople(work, { keptId: cast.ines, goesId: second }))

  expect((await app.inject({ url: '/account', headers: { cookie } })).statusCode).toBe(303)
  expect((await post(app, '/sign-in', { login: '20304050', password: oldPassword })).statusCode).toBe(422)
  expect((await post(app, '/recovery', { login: '20304050', code, password: newPassword })).statusCode).toBe(422)
  expect((await post(app, '/recovery', { login: 'ines@example.dk', code, password: newPassword })).statusCode).toBe(422)
  expect((await post(app, `/reset/${link}`, { password: newPassword })).statusCode).toBe(410)
  expect((await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })).statusCode).toBe(303)
  await expect(house.as(clockwork, (work) => issueResetLink(work, second))).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody merges an account with a password into a record that somebody else has a link to', async () => {
  const entered = await post(
    app,
    '/venues/havnen/staff',
    { text: 'Ines Sørensen;ines2@example.dk', job: 'bar' },
    { cookie: await cookieOf(house, cast.marco) },
  )
  expect(entered.statusCode).toBe(200)
  const { id } = await house.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'ines2@example.dk')
    .executeTakeFirstOrThrow()
  const merging = house.as(cast.olga, (work) => mergePeople(work, { keptId: id, goesId: cast.ines }))
  await expect(merging).rejects.toMatchObject({ code: 'conflict' })
})
