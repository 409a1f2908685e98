import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openInvitations } from '#invitations/store.ts'
import { actorOn } from '#people/role-store.ts'
import { post } from '../signin/post.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const today = '2026-11-22'
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let olga: Browser

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const linkIn = (browser: Browser) => /http:\/\/localhost:3000(\/invitation\/\w+)/.exec(browser.text)?.[1] ?? 'no link'
const waiting = () => openInvitations(house.db, house.clock().toISOString(), { kind: 'role' })
const factOf = async (personId: string) => {
  const row = await house.db.selectFrom('role_facts').select('id').where('person_id', '=', personId).executeTakeFirst()
  return row?.id ?? ''
}

test('the page says who holds what since when, managers with their venue', async () => {
  await olga.open('/roles')
  for (const line of ['Olga Holm', 'Marco Rossi', 'Havnen · since 22 November 2026', 'Ada Lund', 'Pernille Skov'])
    expect(olga.text).toContain(line)
  expect(olga.text).not.toContain('Noor')
})

test('without a mail server the page promises no letter, and Olga’s own phone writes the message', async () => {
  await olga.open('/roles')
  expect(olga.text).toContain('You hand them over yourself.')
  const role = 'Partner Police, municipality or SSP. Sees figures without names.'
  await olga.press('Make the link', { role, address: 'per@politi.example' })
  const [sms, mail] = olga.page.querySelectorAll('.link a').map((one) => one.getAttribute('href') ?? '')
  expect(sms).toMatch(/^sms:\?&body=/)
  expect(mail).toMatch(/^mailto:per%40politi\.example\?subject=/)
  for (const url of [sms, mail]) expect(decodeURIComponent(url ?? '')).toContain(linkIn(olga))
})

test('inviting a manager shows the link once, and it works on her phone', async () => {
  await olga.open('/roles')
  const form = {
    role: 'Manager Sees and confirms the people who work at a venue.',
    venue: 'Havnen',
    name: ' Rikke  Dahl ',
  }
  await olga.press('Make the link', form)
  expect([olga.status, olga.heading]).toEqual([200, 'The link for Rikke Dahl is ready'])
  expect(olga.text).toContain('Manager at Havnen')
  expect(olga.has('svg.qr')).toBe(true)
  const link = linkIn(olga)
  await olga.click('Back to roles')
  expect(olga.text).toContain('Rikke Dahl')
  expect(olga.text).toContain('The link works up to and including 29 November 2026')
  expect(olga.html).not.toContain(link)

  const rikke = openBrowser(app)
  await rikke.open(link)
  await rikke.press('Create an account and accept', { login: 'rikke@example.dk', password: 'lampe vejer blåt 7' })
  expect(rikke.url).toBe('/venues/havnen')
  await olga.open('/roles')
  expect(olga.text).not.toContain('Invited, but not accepted yet')
})

test('with a mail server the page says where the link is sent, and the letter is in the reader’s language', async () => {
  await house.close()
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  app = await buildApp(house)
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
  await olga.open('/roles')
  await olga.press('Make the link', { role: 'trainer', address: 'Bo@Example.dk', language: 'Dansk' })
  expect(olga.text).toContain('We also send it to bo@example.dk')
  const letters = await house.db.selectFrom('letters').selectAll().where('kind', '=', 'invitation-role').execute()
  expect(letters).toMatchObject([{ to_address: 'bo@example.dk', language: 'da', secret: 1 }])
  expect(letters[0]?.text).toContain(linkIn(olga))
})

test('without one the page promises no letter', async () => {
  await olga.open('/roles')
  await olga.press('Make the link', { role: 'trainer', address: 'bo@example.dk' })
  expect(olga.text).not.toContain('We also send it')
})

test('what is wrong is said beside its field, and everything typed is still there', async () => {
  await olga.open('/roles')
  await olga.press('Make the link', { role: 'manager', name: 'Rikke', address: 'rikke@' })
  expect(olga.status).toBe(422)
  expect(olga.text).toContain('Choose which venue the manager gets')
  expect(olga.text).toContain('Write an e-mail like')
  expect(olga.page.querySelector('#name')?.getAttribute('value')).toBe('Rikke')
  expect(olga.page.querySelector('#address')?.getAttribute('value')).toBe('rikke@')
  await olga.press('Make the link', { role: 'partner', venue: 'Kilden', address: '' })
  expect(olga.text).toContain('Only a manager has a venue')
  expect(await waiting()).toEqual([])
})

test('a link is taken back or replaced, and the old one stops working', async () => {
  await olga.open('/roles')
  await olga.press('Make the link', { role: 'partner' })
  const first = linkIn(olga)
  await olga.open('/roles')
  await olga.press('New link Without a name, Partner')
  const second = linkIn(olga)
  expect(second).not.toBe(first)
  expect((await app.inject({ url: first })).statusCode).toBe(410)
  expect((await app.inject({ url: second })).statusCode).toBe(200)
  await olga.open('/roles')
  await olga.press('Take back Without a name, Partner')
  expect(olga.text).toContain('The invitation is taken back')
  expect((await app.inject({ url: second })).statusCode).toBe(410)
})

test('before a role ends the page says what is lost; then it is lost with the next request, and she is told', async () => {
  house.at('2026-11-25T12:00:00Z')
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
  const marco = openBrowser(app, { cookie: await cookieOf(house, cast.marco) })
  expect((await marco.open('/venues/havnen')).status).toBe(200)
  await olga.open('/roles')
  await olga.click('End the role: Marco Rossi, Manager, Havnen')
  expect(olga.text).toContain('From now on Marco Rossi cannot see who works at Havnen')
  expect((await actorOn(house.db, cast.marco, '2026-11-25')).roles).toEqual(['manager'])
  await olga.press('End the role now Marco Rossi')
  expect([olga.url, olga.text.includes('The role has ended')]).toEqual(['/roles', true])
  expect(olga.text).toContain('Manager · Havnen · from 22 November 2026 to 24 November 2026')
  expect((await marco.open('/venues/havnen')).status).toBe(404)
  const notices = await house.db.selectFrom('notices').select('kind').where('person_id', '=', cast.marco).execute()
  expect(notices.map(({ kind }) => kind)).toContain('role-ended')
})

test('ending twice finds nothing more to end', async () => {
  const cookie = await cookieOf(house, cast.olga)
  const url = `/roles/${await factOf(cast.ada)}/end`
  expect((await post(app, url, {}, { cookie })).statusCode).toBe(303)
  expect((await post(app, url, {}, { cookie })).statusCode).toBe(404)
  expect((await actorOn(house.db, cast.ada, today)).roles).toEqual([])
})

test('the last member of the association stays, and the page says why', async () => {
  const url = `/roles/${await factOf(cast.olga)}/end`
  await olga.open(url)
  expect(olga.text).toContain('Olga Holm is the last member of the association')
  expect(olga.has('button.danger')).toBe(false)
  const answer = await post(app, url, {}, { cookie: await cookieOf(house, cast.olga) })
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('is the last member of the association')
  expect((await actorOn(house.db, cast.olga, today)).roles).toEqual(['association'])
})

test('to anybody else nothing of this is there, and nothing happens', async () => {
  await olga.open('/roles')
  await olga.press('Make the link', { role: 'partner' })
  const [open] = await waiting()
  const ada = await factOf(cast.ada)
  for (const personId of [cast.marco, cast.ada, cast.pernille, cast.ines]) {
    const cookie = await cookieOf(house, personId)
    for (const url of ['/roles', `/roles/${ada}/end`])
      expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
    for (const url of [
      `/roles/${ada}/end`,
      `/roles/invitations/${open?.id}/end`,
      `/roles/invitations/${open?.id}/link`,
    ])
      expect((await post(app, url, {}, { cookie })).statusCode).toBe(404)
    const invite = { role: 'association', language: 'en' }
    expect((await post(app, '/roles/invitations', invite, { cookie })).statusCode).toBe(404)
  }
  expect(await waiting()).toHaveLength(1)
  expect((await actorOn(house.db, cast.ada, today)).roles).toEqual(['trainer'])
})
