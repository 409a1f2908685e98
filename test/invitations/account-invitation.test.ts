import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToAccount } from '#invitations/invite-to-account.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { sendInvitation } from '#invitations/send-invitation.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { enterStaff } from '#people/enter-staff.ts'
import { actorOn, subjectOf } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const today = '2026-11-22'
const password = 'lampe vejer blåt 7'
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let mie: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  mie = await enter('Mie Krog', 'mie@example.dk')
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** Marco writes somebody down at Havnen who has no account. */
const enter = (name: string, login: string) =>
  house.as(cast.marco, async (work) => {
    const personId = await addUnclaimedPerson(work, { name, login, language: 'en' })
    await enterStaff(work, { personId, venueId: cast.havnen, job: 'bar', firstOn: today })
    return personId
  })
const invite = (personId = mie, as = cast.marco) =>
  house.as(as, (work) => inviteToAccount(work, { personId, venueId: cast.havnen }))
const person = (id: string) => house.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('whoever was entered finds name and login filled in, corrects them, chooses a password and is in', async () => {
  const browser = openBrowser(app)
  await browser.open(`/invitation/${await invite()}`)
  expect(browser.heading).toBe('Welcome to Havnen')
  expect(browser.text).toContain('Havnen has added you as Mie Krog')
  expect(browser.page.querySelector('#name')?.getAttribute('value')).toBe('Mie Krog')
  expect(browser.page.querySelector('#login')?.getAttribute('value')).toBe('mie@example.dk')
  await browser.press('Start', { name: 'Mie Kroghs', login: '20 30 40 50', password })
  expect(browser.url).toBe('/learning')
  expect(await findAccount(house.db, '+4520304050')).toMatchObject({ personId: mie, name: 'Mie Kroghs' })
  expect(await findAccount(house.db, 'mie@example.dk')).toBeNull()
  expect(await employmentsOf(house.db, mie, today)).toMatchObject([{ job: 'bar', confirmed: true, firstOn: today }])
})

test('a manager may help her back in only once she has opened the account herself', async () => {
  const token = await invite()
  expect((await subjectOf(house.db, mie, today)).worksAt).toEqual([])
  await post(app, `/invitation/${token}`, { name: 'Mie Krog', login: 'mie@example.dk', password })
  expect((await subjectOf(house.db, mie, today)).worksAt).toEqual([cast.havnen])
})

test('whoever has an account takes the employment over, and the record the venue made leads there', async () => {
  const token = await invite()
  const browser = openBrowser(app, { cookie: await cookieOf(house, cast.noor) })
  await browser.open(`/invitation/${token}`)
  expect(browser.text).toContain('Are you Mie Krog? Then we move it to your account.')
  await browser.press('Accept as Noor Haddad')
  expect(browser.text).toContain('The venue is now on your account')
  const places = (await employmentsOf(house.db, cast.noor, today)).map(({ venueId, job }) => ({ venueId, job }))
  expect(places).toEqual([
    { venueId: cast.kilden, job: 'floor' },
    { venueId: cast.havnen, job: 'bar' },
  ])
  expect(await employmentsOf(house.db, mie, today)).toEqual([])
  expect(await person(mie)).toMatchObject({ login: null, password_hash: null, merged_into_id: cast.noor })
})

test('signing in instead leads back to the invitation', async () => {
  const token = await invite()
  const page = await app.inject({ url: `/invitation/${token}` })
  expect(page.body).toContain(`href="/sign-in?next=/invitation/${token}"`)
})

test('a new link ends the one before', async () => {
  const [first, second] = [await invite(), await invite()]
  expect((await app.inject({ url: `/invitation/${first}` })).statusCode).toBe(410)
  expect((await app.inject({ url: `/invitation/${second}` })).statusCode).toBe(200)
})

test('of fifty who open an account at once one does, and no sign-in is given to the others', async () => {
  const token = await invite()
  const sent = Array.from({ length: 50 }, (_, n) =>
    post(app, `/invitation/${token}`, { name: `Mie ${n}`, login: `mie${n}@example.dk`, password }),
  )
  const answers = await Promise.all(sent)
  const inside = answers.filter((answer) => cookiesOf(answer).includes('session'))
  expect(inside.map((answer) => answer.statusCode)).toEqual([303])
  expect(answers.filter((answer) => answer.statusCode === 410)).toHaveLength(49)
})

test('no link opens the account of somebody with a password, of a role holder, or of another venue’s people', async () => {
  const named = { code: 'not-found' }
  for (const personId of [cast.ines, cast.olga, cast.marco, cast.noor])
    await expect(invite(personId)).rejects.toMatchObject(named)
  const noor = house.as(cast.noor, (work) => inviteToAccount(work, { personId: mie, venueId: cast.havnen }))
  await expect(noor).rejects.toMatchObject({ code: 'forbidden' })
  const elsewhere = house.as(cast.olga, (work) => inviteToAccount(work, { personId: mie, venueId: cast.kilden }))
  await expect(elsewhere).rejects.toMatchObject(named)
})

test('a link in the manager’s hand dies when its person takes the account by another way, such as a role', async () => {
  const token = await invite()
  const of = { role: 'association', venueId: null, toName: null, toAddress: null, language: 'en' } as const
  const roleToken = await house.as(cast.olga, (work) => inviteToRole(work, of))
  await post(app, `/invitation/${roleToken}`, { name: 'Mie Krog', login: 'mie@example.dk', password })
  expect((await actorOn(house.db, mie, today)).roles).toEqual(['association'])
  const before = await person(mie)
  const answer = await post(app, `/invitation/${token}`, { name: 'Marco', login: 'marco2@example.dk', password })
  expect(answer.statusCode).toBe(410)
  expect(await person(mie)).toEqual(before)
  expect((await subjectOf(house.db, mie, today)).worksAt).toEqual([])
})

test('a login of somebody else is neither taken nor told', async () => {
  const lars = await enter('Lars Bo', 'lars@example.dk')
  const token = await invite()
  for (const login of ['lars@example.dk', 'olga@example.dk']) {
    const answer = await post(app, `/invitation/${token}`, { name: 'Mie Krog', login, password })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('There is already an account with that login')
  }
  expect((await person(lars)).password_hash).toBeNull()
  expect((await app.inject({ url: `/invitation/${token}` })).statusCode).toBe(200)
})

test('a letter goes to whoever has an address as login, in her language, and nobody else may read it', async () => {
  const sonja = await enter('Sonja Lau', '+4530303030')
  const sendTo = (personId: string) =>
    house.as(cast.marco, async (work) => {
      const token = await inviteToAccount(work, { personId, venueId: cast.havnen })
      return sendInvitation(work, { token, baseUrl: 'https://natteliv.example' })
    })
  const { token, sentTo } = await sendTo(mie)
  expect(sentTo).toBe('mie@example.dk')
  expect((await sendTo(sonja)).sentTo).toBeNull()
  const letters = await house.db.selectFrom('letters').selectAll().where('kind', '=', 'invitation-account').execute()
  expect(letters).toMatchObject([{ to_address: 'mie@example.dk', person_id: mie, secret: 1 }])
  expect(letters[0]?.text).toContain(`https://natteliv.example/invitation/${token}`)
})
