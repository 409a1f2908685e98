import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { appointRole } from '#people/appoint-role.ts'
import { joinVenue } from '#people/join-venue.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { openKeptTown, toldOf } from '../people/keeping.ts'
import { post } from '../signin/post.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let ofInes: string

beforeEach(async () => {
  const town = await openKeptTown()
  house = town.house
  cast = town.cast
  ofInes = town.ofInes
  house.at('2026-03-10T12:00:00Z')
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const as = async (who: keyof Cast, language: 'da' | 'en' = 'en'): Promise<Browser> => {
  await house.db.updateTable('people').set({ language }).where('id', '=', cast[who]).execute()
  return openBrowser(app, { cookie: await cookieOf(house, cast[who]) })
}
const page = (id = ofInes) => `/venues/havnen/employments/${id}`
const joinHavnen = () =>
  house.as(cast.noor, (work) => joinVenue(work, { personId: cast.noor, venueId: cast.havnen, job: 'floor' }))

test('Marco finds Ines by her name and reads what is due when and why', async () => {
  const marco = await as('marco', 'da')
  await (await marco.open('/venues/havnen')).click('Ines Sørensen')
  expect([marco.url, marco.heading]).toEqual([page(), 'Ines Sørensen'])
  expect(marco.text).toContain('Bar, fra 1. marts 2026')
  expect(marco.text).toContain('Alle funktioner skal have kurset. Frist: 31. marts 2026.')
  expect(marco.text).toContain('Det er 30 dage efter den første dag i funktionen, 1. marts 2026.')
})

test('he moves her to the door from the first of next month, and both pages say so', async () => {
  const marco = await as('marco')
  await (await marco.open(page())).press('Change job', { job: 'Door', fromOn: '2026-04-01' })
  expect([marco.status, marco.url]).toEqual([200, page()])
  expect(marco.text).toContain('Bar, from 1 March 2026 to 31 March 2026')
  expect(marco.text).toContain('Door, from 1 April 2026')
  await marco.open('/venues/havnen')
  expect(marco.text).toContain('From 1 April 2026: Door')
})

test('a wrong day is refused beside its field, and what was typed is still there', async () => {
  const marco = await as('marco')
  await marco.open(page())
  await marco.press('Correct the days', { firstOn: '2026-02-30', lastOn: '2026-03-20' })
  expect(marco.status).toBe(422)
  expect(marco.page.querySelector('#days-firstOn')?.getAttribute('value')).toBe('2026-02-30')
  expect(marco.page.querySelector('#days-lastOn')?.getAttribute('value')).toBe('2026-03-20')
  expect(marco.page.querySelector('.faults a')?.getAttribute('href')).toBe('#days-firstOn')
  await marco.press('Correct the days', { firstOn: '2026-03-05', lastOn: '2026-03-04' })
  expect([marco.status, marco.text.includes('The last day is before the first.')]).toEqual([422, true])
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–'])
})

test.each([
  ['job', { job: 'bar', fromOn: '2026-02-28' }, 'The day is before the first day here.'],
  ['job', { job: 'president', fromOn: '2026-04-01' }, 'Choose a job.'],
  ['job', { job: 'bar', fromOn: '2028-03-11' }, 'Choose a day at most two years ahead.'],
  ['end', { lastOn: '2026-02-28' }, 'The day is before the first day here.'],
  ['end', {}, 'Choose a day that exists.'],
  ['days', { firstOn: '1959-12-31', lastOn: '' }, 'Choose a day after 1960.'],
  ['return', { job: 'bar', firstOn: '2026-03-10' }, null],
])('%s with %j is refused', async (section, fields, text) => {
  const answer = await post(app, `${page()}/${section}`, fields as Record<string, string>, {
    cookie: await cookieOf(house, cast.marco),
  })
  expect(answer.statusCode).toBe(422)
  if (text) expect(answer.body).toContain(text)
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–'])
})

test('she ends, is found among former staff for half a year, and comes back by one form', async () => {
  await (await (await as('marco')).open(page())).press('End it')
  house.at('2026-09-10T12:00:00Z')
  const marco = await as('marco')
  await marco.open('/venues/havnen')
  expect(marco.page.querySelector('details a.whole')?.textContent).toBe('Ines Sørensen')
  await (await marco.click('Ines Sørensen')).press('Take back', { firstOn: '2026-09-11' })
  expect(marco.heading).toBe('Ines Sørensen')
  expect(marco.url).not.toBe(page())
  expect(marco.text).toContain('Begins 11 September 2026')
  await marco.open('/venues/havnen')
  expect(marco.text).toContain('Begins later')
  await marco.open(page())
  expect([marco.text.includes('Ines Sørensen is back.'), marco.has('form[action$="/return"]')]).toEqual([true, false])
})

test('half a year and a day later she is no longer listed', async () => {
  await (await (await as('marco')).open(page())).press('End it')
  house.at('2026-09-11T12:00:00Z')
  const marco = await as('marco')
  await marco.open('/venues/havnen')
  expect([marco.heading, marco.text.includes('Ines')]).toEqual(['Havnen', false])
  expect((await marco.open(page())).heading).toBe('Ines Sørensen')
})

test('Noor waits on the list and is rejected there; who presses late finds it done', async () => {
  const id = await joinHavnen()
  const [marco, olga] = [await as('marco'), await as('olga')]
  await Promise.all([marco.open('/venues/havnen'), olga.open(page(id))])
  expect(marco.text).toContain('1 is waiting for you')
  await marco.press('Reject Noor Haddad')
  expect([marco.url, marco.text.includes('Rejected.'), marco.text.includes('Noor')]).toEqual([
    '/venues/havnen',
    true,
    false,
  ])
  await olga.press('No, reject')
  expect([olga.status, olga.url]).toEqual([200, '/venues/havnen'])
  expect((await olga.open(page(id))).status).toBe(404)
})

test('who rejects what somebody else has just confirmed is told so', async () => {
  const id = await joinHavnen()
  const marco = await as('marco')
  await marco.open(page(id))
  await (await (await as('olga')).open(page(id))).press('Yes, confirm')
  expect((await marco.press('No, reject')).status).toBe(409)
  expect(await toldOf(house, cast.noor)).toContain('floor 2026-03-10–')
})

test('a manager may look at another manager’s page and change nothing there', async () => {
  await house.as(cast.olga, (work) => appointRole(work, { personId: cast.noor, role: 'manager', venueId: cast.havnen }))
  const id = await joinHavnen()
  const marco = await as('marco')
  await marco.open(page(id))
  expect(marco.text).toContain('Only the association can change the employment.')
  expect(marco.has('main form')).toBe(false)
  const cookie = await cookieOf(house, cast.marco)
  for (const section of ['rejection', 'days', 'job', 'end', 'return']) {
    const fields = { firstOn: '2026-03-10', lastOn: '2026-03-10', fromOn: '2026-03-10', job: 'bar' }
    expect((await post(app, `${page(id)}/${section}`, fields, { cookie })).statusCode).toBe(404)
  }
  expect((await (await as('olga')).open(page(id))).has('form[action$="/rejection"]')).toBe(true)
  for (const [who, offered] of [
    ['marco', false],
    ['olga', true],
  ] as const) {
    const list = await (await as(who)).open('/venues/havnen')
    expect(list.has(`form[action="${page(id)}/confirmation"]`)).toBe(true)
    expect([who, list.has(`form[action="${page(id)}/rejection"]`)]).toEqual([who, offered])
  }
})

test('the reset link is offered where it may be given', async () => {
  const marco = await as('marco')
  await marco.open(page())
  expect(marco.has(`a[href="${page()}/reset-link"]`)).toBe(true)
  await house.as(cast.olga, (work) => appointRole(work, { personId: cast.ines, role: 'trainer', venueId: null }))
  await marco.open(page())
  expect(marco.has(`a[href="${page()}/reset-link"]`)).toBe(false)
  expect((await (await as('olga')).open(page())).has(`a[href="${page()}/reset-link"]`)).toBe(true)
})

test('nothing of it is there for anybody else, under another venue, or once it never was', async () => {
  const answers = [
    (await as('noor')).open(page()),
    (await as('ines')).open(page()),
    (await as('ada')).open(page()),
    (await as('pernille')).open(page()),
    (await as('olga')).open(`/venues/kilden/employments/${ofInes}`),
    (await as('olga')).open(page('none')),
  ]
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  const id = await joinHavnen()
  await house.as(cast.marco, (work) => rejectEmployment(work, id))
  expect((await (await as('marco')).open(page(id))).status).toBe(404)
})

test('who looked is written down, once a day', async () => {
  const marco = await as('marco')
  for (const _ of [1, 2]) await marco.open(page())
  const looks = await house.db.selectFrom('looks').selectAll().where('kind', '=', 'person').execute()
  expect(looks).toMatchObject([
    { looker_id: cast.marco, person_id: cast.ines, venue_id: cast.havnen, looker_role: 'manager' },
  ])
})
