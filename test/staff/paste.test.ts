import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { openOffersTo } from '#people/offer-store.ts'
import { findByLogin, unclaimedAt } from '#people/unclaimed-store.ts'
import { post } from '../signin/post.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const today = '2026-11-22'
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let cookie: string
let marco: Browser

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  cookie = await cookieOf(house, cast.marco)
  marco = openBrowser(app, { cookie })
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** Twenty lines: fifteen new, one with an account elsewhere, one who works here, three with faults. */
const newcomers = Array.from({ length: 15 }, (_, n) => `Ny Nummer${n};ny${n}@example.dk;bar;1-12-2026`)
const list = [
  'Navn;E-mail eller mobilnummer;Funktion;Første dag',
  ...newcomers,
  'Noor H;NOOR@example.dk;tjener;',
  'Ines S;ines@example.dk;bar;',
  'Uden login;;bar;',
  'Lars;lars@example.dk;pilot;',
  'Ny igen;ny3@example.dk;bar;',
].join('\n')

const paste = (url: string, text: string, as = cookie) => post(app, url, { text, job: 'bar' }, { cookie: as })
const url = '/venues/havnen/staff'
const people = async () => (await house.db.selectFrom('people').select('id').execute()).length
const snapshot = async () => [
  await house.db.selectFrom('people').selectAll().orderBy('id').execute(),
  await house.db.selectFrom('employment_facts').selectAll().orderBy('id').execute(),
  await house.db.selectFrom('employment_offers').selectAll().execute(),
  await house.db.selectFrom('invitations').selectAll().execute(),
  await house.db.selectFrom('letters').selectAll().execute(),
]

test('Marco pastes twenty names with three faults, looks, adds the good ones, mends the rest', async () => {
  await marco.open(url)
  const before = await snapshot()
  await marco.press('See what happens', { text: list })
  expect([marco.status, marco.heading]).toEqual([200, 'Is this right?'])
  expect(marco.text).toContain('20 lines, 17 without faults. Nothing is saved yet.')
  for (const fault of ['Line 19: Uden login', 'mobile number or e-mail is missing', 'do not know the job "pilot"'])
    expect(marco.text).toContain(fault)
  expect(marco.text).toContain('Line 21: Ny igen · ny3@example.dk The same login stands on line 5.')
  expect(marco.page.querySelector('textarea')?.textContent).toContain('Ny Nummer14;ny14@example.dk')
  expect(await snapshot()).toEqual(before)

  await marco.press('Add 16 people')
  expect(marco.heading).toBe('Links for 15 people')
  expect(marco.text).toContain('Have an account and are asked: Noor H.')
  expect(marco.page.querySelectorAll('.slips svg.qr')).toHaveLength(15)
  const left = marco.page.querySelector('textarea')?.textContent.trim().split('\n')
  expect(left).toEqual([list.split('\n')[0], ...list.split('\n').slice(-3)])
  expect(marco.text).toContain('Line 4: Ny igen · ny3@example.dk The same login stood on another line')
  expect(await unclaimedAt(house.db, cast.havnen, today)).toHaveLength(15)
  const known = await findByLogin(house.db, 'ny3@example.dk')
  const [employment] = await allEmploymentsOf(house.db, known?.personId ?? '')
  expect(employment).toMatchObject({ venueId: cast.havnen, firstOn: '2026-12-01', confirmed: true })

  await marco.press('Look again', { text: 'Navn;Mobil\nUden Login;30405060' })
  await marco.press('Add 1 person')
  expect(marco.heading).toBe('Link for 1 person')
})

test('the same list again changes nothing', async () => {
  await paste(url, list)
  const before = await snapshot()
  const again = await paste(url, list)
  expect(again.statusCode).toBe(200)
  expect(again.body).toContain('17 lines changed nothing')
  expect(await snapshot()).toEqual(before)
})

test('the list sent twenty times at once enters everybody once', async () => {
  const before = await people()
  const answers = await Promise.all(Array.from({ length: 20 }, () => paste(url, list)))
  expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true)
  expect(await people()).toBe(before + 15)
  expect(await house.db.selectFrom('invitations').selectAll().where('ended_at', 'is', null).execute()).toHaveLength(15)
  expect(await openOffersTo(house.db, cast.noor)).toHaveLength(1)
})

test('a link from a slip opens the account, on the phone of whoever it is for', async () => {
  const answer = await paste(url, 'Mie Krog;20304050')
  const link = /http:\/\/localhost:3000(\/invitation\/\w+)/.exec(answer.body)?.[1] ?? ''
  const mie = openBrowser(app)
  await mie.open(link)
  expect(mie.text).toContain('Havnen has added you as Mie Krog')
  await mie.press('Start', { password: 'lampe vejer blåt 7' })
  expect(mie.url).toBe('/learning')
})

test('the preview shows no name but the one that was typed', async () => {
  const answer = await paste(`${url}/preview`, 'Hvem er det;noor@example.dk\nOg den;olga@example.dk')
  expect(answer.body).toContain('Has an account')
  for (const name of ['Noor Haddad', 'Olga Holm']) expect(answer.body).not.toContain(name)
})

test('the login of a role holder in a list gains nothing but a question to her', async () => {
  const before = await house.db.selectFrom('people').selectAll().where('id', 'in', [cast.olga, cast.ada]).execute()
  await paste(url, 'Olga;olga@example.dk\nAda;ada@example.dk')
  expect(await house.db.selectFrom('people').selectAll().where('id', 'in', [cast.olga, cast.ada]).execute()).toEqual(
    before,
  )
  expect(await allEmploymentsOf(house.db, cast.olga)).toEqual([])
  expect(await house.db.selectFrom('invitations').selectAll().execute()).toEqual([])
  expect(await openOffersTo(house.db, cast.olga)).toMatchObject([{ venueId: cast.havnen, answeredAt: null }])
})

test('a file from a spreadsheet stands for the box', async () => {
  const boundary = 'x-boundary'
  const part = (name: string, value: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
  const body = Buffer.concat([
    Buffer.from(part('text', '') + part('job', 'door')),
    Buffer.from(part('file', 'Navn;Mobil\r\nSøren Ærø;20304050\r\n', '; filename="liste.csv"'), 'latin1'),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const answer = await app.inject({
    method: 'POST',
    url: `${url}/preview`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie, 'sec-fetch-site': 'same-origin' },
    payload: body,
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('Søren Ærø')
  expect(answer.body).toContain('Door, from 22 November 2026')
})

test('an empty box and a list that is too long are said beside the box, with the text still there', async () => {
  const empty = await paste(`${url}/preview`, ' ')
  expect([empty.statusCode, empty.body.includes('Write at least one person')]).toEqual([422, true])
  const long = Array.from({ length: 301 }, (_, n) => `Øjvind ${n};oe${n}@example.dk`).join('\r\n')
  for (const to of [url, `${url}/preview`]) {
    const answer = await paste(to, long)
    expect([answer.statusCode, answer.body.includes('The list is too long')]).toEqual([422, true])
    expect(answer.body).toContain('Øjvind 300;oe300@example.dk')
  }
})

test('hostile cells are shown as text', async () => {
  const answer = await paste(`${url}/preview`, '<img src=x onerror=alert(1)>;20304050')
  expect(answer.body).not.toContain('<img src=x')
  expect(answer.body).toContain('&lt;img src=x')
})

test('the list of staff prints with names, jobs, days and certificates, for the manager and the association', async () => {
  await paste(url, `Mie Krog;20304050;dør;1-11-2026`)
  for (const personId of [cast.marco, cast.olga]) {
    const browser = openBrowser(app, { cookie: await cookieOf(house, personId) })
    await browser.open('/venues/havnen/list')
    expect(browser.heading).toBe('Employed at Havnen')
    expect(browser.text).toContain('22 November 2026: 2 people')
    expect(browser.text).toContain('Mie Krog')
    expect(browser.text).toContain('1 November 2026')
    expect(browser.text).not.toContain('Noor')
  }
})

test('to anybody but the manager and the association none of this is there', async () => {
  for (const personId of [cast.noor, cast.ines, cast.ada, cast.pernille]) {
    const as = await cookieOf(house, personId)
    for (const path of [url, '/venues/havnen/list'])
      expect((await app.inject({ url: path, headers: { cookie: as } })).statusCode).toBe(404)
    for (const path of [url, `${url}/preview`, `${url}/invitations`])
      expect((await paste(path, list, as)).statusCode).toBe(404)
  }
  expect((await paste('/venues/kilden/staff', list)).statusCode).toBe(404)
  expect(await people()).toBe(6)
})
