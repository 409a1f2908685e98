import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { appointRole } from '#people/appoint-role.ts'
import { closingsOf } from '#people/closing-store.ts'
import { getVenueFacts } from '#people/venue-facts-store.ts'
import { getJoinCode, listVenues } from '#people/venue-store.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let olga: Browser
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  cast = await settleCast(house)
  app = await buildApp(house)
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const newVenue = { name: 'Café Ærø', kind: 'Restaurant', address: 'Torvet 9', late: [] }
const closings = async () => (await closingsOf(house.db, cast.havnen)).map(({ firstOn, lastOn }) => [firstOn, lastOn])

test('Olga finds everything about running the town from her menu', async () => {
  await olga.open('/coverage')
  await olga.click('The town')
  expect(olga.text).toContain('2 venues are open')
  const places = olga.page.querySelectorAll('main a[href]').map((link) => link.getAttribute('href'))
  for (const url of [
    '/town/venues',
    '/roles',
    '/people',
    '/duplicates',
    '/requirements',
    '/settings',
    '/letters',
    '/audit',
  ])
    expect(places).toContain(url)
  const marco = openBrowser(app, { cookie: await cookieOf(house, cast.marco) })
  await marco.open('/learning')
  expect(marco.has('a[href="/town"]')).toBe(false)
})

test('a venue is opened with a form, and what comes next is its manager and its poster', async () => {
  await olga.open('/town/venues')
  await olga.click('Open a venue')
  await olga.press('Open the venue', { ...newVenue, late: ['Open after 02:00'] })
  expect(olga.url).toBe('/venues/cafe-aeroe/settings')
  expect(olga.text).toContain('The venue needs a manager')
  expect(await getVenueFacts(house.db, 'cafe-aeroe')).toMatchObject({
    name: 'Café Ærø',
    kind: 'restaurant',
    openAfter02: true,
    openedOn: '2026-03-01',
  })
  await olga.click('Appoint a manager')
  expect(olga.url).toBe('/roles?venue=cafe-aeroe')
  expect(olga.page.querySelector('option[value="cafe-aeroe"]')?.hasAttribute('selected')).toBe(true)
  await olga.open('/venues/cafe-aeroe/poster')
  expect(olga.status).toBe(200)

  const { id } = await getVenueFacts(house.db, 'cafe-aeroe')
  await house.as(cast.olga, (work) => appointRole(work, { personId: cast.noor, role: 'manager', venueId: id }))
  await olga.open('/venues/cafe-aeroe/settings')
  expect(olga.text).not.toContain('The venue needs a manager')
})

test('the same form sent twice opens one venue, and says where it is', async () => {
  for (const _ of [1, 2]) {
    await olga.open('/town/venues/new')
    await olga.press('Open the venue', newVenue)
  }
  expect(olga.status).toBe(422)
  expect(olga.text).toContain('There is a venue of that name at that address already.')
  expect(olga.page.querySelector('input[name="address"]')?.getAttribute('value')).toBe('Torvet 9')
  expect(olga.has('a[href="/venues/cafe-aeroe"]')).toBe(true)
  expect(await listVenues(house.db)).toHaveLength(3)
})

test('the same form sent five times at once opens one venue', async () => {
  const cookie = await cookieOf(house, cast.olga)
  const post = () =>
    app.inject({
      method: 'POST',
      url: '/town/venues',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: 'name=Bryggen&kind=bar&address=Kajen+7',
    })
  const codes = (await Promise.all([post(), post(), post(), post(), post()])).map((one) => one.statusCode)
  expect(codes.sort()).toEqual([303, 422, 422, 422, 422])
})

test.each([
  [{ name: ' ', kind: 'bar', address: 'x' }, 'Write the venue’s name'],
  [{ name: 'x', kind: 'boat', address: 'x' }, 'Choose what kind of venue it is.'],
  [{ name: 'x', kind: 'bar', address: '' }, 'Write the address'],
])('%j is refused in words', async (typed, words) => {
  const cookie = await cookieOf(house, cast.olga)
  const answer = await app.inject({
    method: 'POST',
    url: '/town/venues',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(typed).toString(),
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(words)
  expect(await listVenues(house.db)).toHaveLength(2)
})

test('renaming leaves the address of the page as it was', async () => {
  await olga.open('/venues/havnen/settings')
  await olga.press('Save', { name: 'Nyhavn' })
  expect(olga.url).toBe('/venues/havnen/settings')
  expect(olga.heading).toBe('Change Nyhavn')
  await olga.open('/coverage')
  expect(olga.text).toContain('Nyhavn')
})

test('what closing means is said beforehand; on closed days the poster leads to a page that says so', async () => {
  await olga.open('/venues/havnen/settings')
  expect(olga.text).toContain('While it is closed, 1 person who works here does not count.')
  expect(olga.text).toContain('1 is waiting to be confirmed.')
  await olga.press('Close the venue', { on: '2026-03-01' })
  expect(olga.text).toContain('Closed since 1 March 2026')
  expect(await closings()).toEqual([['2026-03-01', null]])

  const poster = `/join/${await getJoinCode(house.db, cast.havnen)}`
  for (const [language, words] of [
    ['en', 'The venue is closed'],
    ['da', 'Stedet er lukket'],
  ] as const) {
    const stranger = openBrowser(app, { language })
    await stranger.open(poster)
    expect([stranger.status, stranger.heading]).toEqual([410, words])
  }
  await olga.open('/venues/havnen/poster')
  expect(olga.text).toContain('The venue is closed now.')

  await olga.open('/venues/havnen/settings')
  await olga.press('Reopen the venue', { on: '2026-03-02' })
  expect(await closings()).toEqual([['2026-03-01', '2026-03-01']])
  house.at('2026-03-02T12:00:00Z')
  const stranger = await openBrowser(app).open(poster)
  expect(stranger.status).toBe(200)
})

test('a day that cannot be is refused with the days that can, and what was typed', async () => {
  await olga.open('/venues/havnen/settings')
  for (const on of ['2026-02-28', '2028-03-02', 'tomorrow']) {
    await olga.press('Close the venue', { on })
    expect(olga.status).toBe(422)
    expect(olga.text).toContain('Choose a day from 1 March 2026 to 1 March 2028.')
    expect(olga.page.querySelector('#closing')?.getAttribute('value')).toBe(on)
  }
  expect(await closings()).toEqual([])
})

test('a closing is moved to an earlier day, and called off by reopening on its first', async () => {
  house.at('2026-03-10T12:00:00Z')
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
  await olga.open('/venues/havnen/settings')
  await olga.press('Close the venue', { on: '2026-03-20' })
  await olga.press('Close from that day', { on: '2026-03-08' })
  expect(await closings()).toEqual([['2026-03-08', null]])
  await olga.press('Reopen the venue', { on: '2026-03-08' })
  expect(await closings()).toEqual([])
  expect(olga.text).not.toContain('Closed since')
})

test('closed venues stand apart in the list, with their day', async () => {
  await olga.open('/venues/kilden/settings')
  await olga.press('Close the venue', { on: '2026-03-01' })
  await olga.open('/town/venues')
  expect(olga.text).toMatch(/Open venues.*Havnen.*Closed venues.*Kilden.*Closed since 1 March 2026/)
})
