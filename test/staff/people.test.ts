import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { addPerson } from '#people/add-person.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { searchPeople } from '#people/record-store.ts'
import { clockwork } from '#policy.ts'
import { openKeptTown } from '../people/keeping.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import type { Cast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  const town = await openKeptTown()
  house = town.house
  cast = town.cast
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const as = async (who: keyof Cast): Promise<Browser> => openBrowser(app, { cookie: await cookieOf(house, cast[who]) })
const add = (name: string) =>
  house.as(clockwork, (work) =>
    addPerson(work, { name, login: `${name.length}-${name}@example.dk`, passwordHash: 'none', language: 'da' }),
  )
const namesOn = (browser: Browser) => browser.page.querySelectorAll('ul.list a').map((link) => link.textContent)

test.each([
  ['soerensen', ['Ines Sørensen']],
  ['SØR ine', ['Ines Sørensen']],
  ['o', ['Marco Rossi', 'Noor Haddad', 'Olga Holm', 'Pernille Skov', 'Ines Sørensen']],
  ['%', ['100% Kim']],
  ['_', ['Lo_la']],
  ['!', []],
  ["'; drop table people; --", []],
])('the association searches for %j', async (name, expected) => {
  await add('100% Kim')
  await add('Lo_la')
  const olga = await as('olga')
  await olga.open(`/people?name=${encodeURIComponent(name)}`)
  expect(
    namesOn(olga)
      .filter((one) => one !== 'Lo_la' || name === '_')
      .sort(),
  ).toEqual([...expected].sort())
})

test('everybody stands on pages of fifty, and each page once', async () => {
  for (let n = 0; n < 60; n++) await add(`Person ${String(n).padStart(2, '0')}`)
  const olga = await as('olga')
  const first = namesOn(await olga.open('/people'))
  const second = namesOn(await olga.click('Next'))
  expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([50, 16, 66])
  expect(olga.text).toContain('Page 2 of 2')
})

test('one person: where she works, what is due, her roles, and whether the account is opened', async () => {
  const olga = await as('olga')
  await (await olga.open('/people?name=ines')).click('Ines Sørensen')
  expect(olga.heading).toBe('Ines Sørensen')
  expect(olga.text).toContain('Bar, from 1 March 2026')
  expect(olga.text).toContain('That is 30 days after the first day in the job at Havnen, 1 March 2026.')
  expect(olga.has(`a[href="/people/${cast.ines}/reset-link"]`)).toBe(true)
  await olga.click('Havnen')
  expect(olga.heading).toBe('Ines Sørensen')
  await olga.open(`/people/${cast.marco}`)
  expect(olga.text).toContain('Manager at Havnen, from 1 March 2026')
  await olga.open(`/people/${cast.olga}`)
  expect(olga.has(`a[href$="/reset-link"]`)).toBe(false)
  const sam = await house.as(clockwork, (work) =>
    addUnclaimedPerson(work, { name: 'Sam Holm', login: 'sam@example.dk', language: 'da' }),
  )
  await olga.open(`/people/${sam}`)
  expect([olga.text.includes('Not opened yet'), olga.has(`a[href$="/reset-link"]`)]).toEqual([true, false])
})

test('who turned out to be another leads to that one; who is erased is not there', async () => {
  const change = (of: object, who: string) => house.db.updateTable('people').set(of).where('id', '=', who).execute()
  await change({ merged_into_id: cast.ines, merged_at: '2026-03-01T12:00:00.000Z', search_name: null }, cast.noor)
  await change({ name: null, search_name: null, login: null, erased_at: '2026-03-01T12:00:00.000Z' }, cast.ada)
  const olga = await as('olga')
  await olga.open(`/people/${cast.noor}`)
  expect(olga.url).toBe(`/people/${cast.ines}`)
  expect((await olga.open(`/people/${cast.ada}`)).status).toBe(404)
  expect(namesOn(await olga.open('/people'))).not.toEqual(expect.arrayContaining(['Noor Haddad']))
})

test('people are found by name by the association alone', async () => {
  for (const who of ['marco', 'ines', 'noor', 'ada', 'pernille'] as const)
    for (const url of ['/people', `/people/${cast.ines}`]) expect((await (await as(who)).open(url)).status).toBe(404)
})

test('the search is the same on PostgreSQL', async () => {
  const postgres = await openTestHouse({ on: 'postgres' })
  for (const name of ['Åse Ærø', '100% Kim', 'Lo_la'])
    await postgres.as(clockwork, (work) =>
      addPerson(work, { name, login: `${name.length}@example.dk`, passwordHash: 'none', language: 'da' }),
    )
  const found = async (text: string) =>
    (await searchPeople(postgres.db, text, { from: 0, most: 9 })).people.map(({ name }) => name)
  expect([await found('aeroe aase'), await found('%'), await found('_')]).toEqual([
    ['Åse Ærø'],
    ['100% Kim'],
    ['Lo_la'],
  ])
  await postgres.close()
})
