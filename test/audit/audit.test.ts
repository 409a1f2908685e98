import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { toOwnLine } from '#audit/line.ts'
import { ownLines } from '#audit/own-lines-store.ts'
import { record } from '#audit/record.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { describePartnership } from '#people/describe-partnership.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { clockwork } from '#policy.ts'
import { wordsIn } from '#web/words.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  house.at('2026-11-23T12:00:00Z')
  const [employment] = await employmentsOf(house.db, cast.ines, '2026-11-23')
  await house.as(cast.marco, (work) => confirmEmployment(work, employment?.id as string))
  house.at('2026-11-24T12:00:00Z')
  await house.as(cast.olga, (work) => describePartnership(work, { contact: '97 12 34 56' }))
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** The audit as Olga reads it; that she signs in to read it is left out. */
const read = async (query = '') => {
  const answer = await app.inject({ url: `/audit${query}`, headers: { cookie: await cookieOf(house, cast.olga) } })
  const page = parse(answer.body)
  const lines = page
    .querySelectorAll('ol.list > li')
    .map((line) =>
      line.innerHTML
        .replaceAll(/<[^>]+>|\s+/g, ' ')
        .replaceAll('&#39;', "'")
        .replaceAll(/ +/g, ' ')
        .trim(),
    )
    .filter((line) => !line.startsWith('Signed in') && !line.startsWith('Logget ind'))
  return { status: answer.statusCode, page, lines, body: answer.body }
}
const told = async (count: number, at: string) => {
  house.at(at)
  await house.as(cast.olga, async (work) => {
    for (let n = 0; n < count; n++) await record(work, 'venue.changed', cast.kilden, { venueId: cast.kilden })
  })
}

test('Olga reads who did what when, newest first, in words', async () => {
  const { lines } = await read()
  expect(lines.slice(0, 2)).toEqual([
    "The town's settings changed 24 November 2026 at 13:00, by Olga Holm Changed: contact",
    'Employment confirmed 23 November 2026 at 13:00, by Marco Rossi Person: Ines Sørensen · Venue: Havnen',
  ])
  expect(lines).toContainEqual(
    'Role given 22 November 2026 at 13:00, by the system Person: Marco Rossi · Venue: Havnen · Role: manager',
  )
})

test('it is the same in Danish', async () => {
  await house.db.updateTable('people').set({ language: 'da' }).where('id', '=', cast.olga).execute()
  const { lines } = await read()
  expect(lines[1]).toBe(
    'Ansættelse bekræftet 23. november 2026 kl. 13.00, af Marco Rossi Person: Ines Sørensen · Sted: Havnen',
  )
})

test('somebody is found by name, and the lines are about or by her', async () => {
  const search = await read('?name=INES+soe&venue=havnen')
  const links = search.page
    .querySelectorAll('section .list a')
    .map((link) => [link.textContent, link.getAttribute('href')])
  expect(links).toEqual([['Ines Sørensen', `/audit?person=${cast.ines}&venue=havnen`]])
  expect((await read('?name=nobody')).body).toContain('Nobody has “nobody” in the name')
  expect((await read('?name=%25')).body).not.toContain('Choose a person')

  const { lines, body } = await read(`?person=${cast.ines}`)
  expect(body).toContain('About or by Ines Sørensen.')
  expect(lines.some((line) => line.startsWith('Employment confirmed'))).toBe(true)
  expect(lines.every((line) => line.includes('Ines Sørensen'))).toBe(true)
  const byMarco = await read(`?person=${cast.marco}`)
  expect(byMarco.lines[0]).toContain('Employment confirmed')
})

test('a venue, a kind and days narrow it, and what was chosen stays chosen', async () => {
  const kilden = await read('?venue=kilden')
  expect(kilden.lines.length).toBeGreaterThan(0)
  expect(kilden.lines.every((line) => line.includes('Kilden'))).toBe(true)
  expect((await read('?venue=nowhere')).lines).toEqual([])

  const town = await read('?kind=town')
  expect(town.lines.map((line) => line.slice(0, 22))).toEqual(["The town's settings ch", 'Partnership founded 22'])
  expect(town.page.querySelector('#kind option[selected]')?.getAttribute('value')).toBe('town')

  expect((await read('?from=2026-11-23&to=2026-11-23')).lines.map((line) => line.slice(0, 20))).toEqual([
    'Employment confirmed',
  ])
  expect((await read('?to=2026-11-21')).lines).toEqual([])
})

test('midnight in Copenhagen is where a day begins', async () => {
  await told(1, '2026-11-30T22:59:59.999Z')
  await told(1, '2026-11-30T23:00:00.000Z')
  expect((await read('?to=2026-11-30&from=2026-11-30')).lines).toHaveLength(1)
  expect((await read('?from=2026-12-01')).lines).toHaveLength(1)
})

test('a day there is not is named beside its field', async () => {
  const { status, page } = await read('?from=2026-02-30')
  expect(status).toBe(422)
  expect(page.querySelector('#faults a')?.getAttribute('href')).toBe('#from')
  expect(page.querySelector('#from')?.getAttribute('value')).toBe('2026-02-30')
})

test('fifty at a time, none twice and none left out, though all are of one instant', async () => {
  await told(120, '2026-11-25T12:00:00Z')
  const pages = []
  for (let query: string | undefined = '?venue=kilden&kind=venues'; query !== undefined; ) {
    const { lines, page } = await read(query)
    pages.push(lines.length)
    query = page.querySelector('a[rel="next"]')?.getAttribute('href')?.replace('/audit', '')
  }
  expect(pages).toEqual([50, 50, 21])
  expect((await read('?kind=venues&before=nonsense')).lines).toHaveLength(50)
})

test('a name that was erased is not told; what happened still is', async () => {
  await house.db
    .updateTable('people')
    .set({ name: null, search_name: null })
    .where('id', 'in', [cast.ines, cast.marco])
    .execute()
  const { lines } = await read()
  expect(lines[1]).toBe(
    'Employment confirmed 23 November 2026 at 13:00, by name erased Person: name erased · Venue: Havnen',
  )
})

test('nothing is shown as it is stored, and what people read and answer is not shown at all', async () => {
  await house.as(clockwork, (work) =>
    record(work, 'answer.saved', 'a1', { personId: cast.ines }, { question: 'vidne' }),
  )
  await house.as(clockwork, (work) => record(work, 'venue.changed', 'v', {}, { secret: 'sha', '<b>': 'x' }))
  const { body, lines } = await read()
  expect(lines[0]).toBe('Venue changed 24 November 2026 at 13:00, by the system')
  expect(body).not.toMatch(/vidne|\{&quot;|secret/)
  expect((await read(`?person=${cast.ines}`)).body).not.toContain('Answer saved')
})

test.each(['marco', 'ada', 'pernille', 'ines'] as const)('to %s there is no audit', async (name) => {
  const answer = await app.inject({ url: '/audit', headers: { cookie: await cookieOf(house, cast[name]) } })
  expect(answer.statusCode).toBe(404)
})

test('Ines reads the lines about herself, by role and without a name', async () => {
  await house.as(clockwork, (work) =>
    record(work, 'answer.saved', 'a1', { personId: cast.ines }, { question: 'vidne' }),
  )
  const operator = { personId: 'operator', roles: [], manages: [] }
  await house.as(operator, (work) => record(work, 'reset-link.issued', 'x', { personId: cast.ines }))
  house.at('2026-11-25T12:00:00Z')
  await house.as(cast.olga, (work) => record(work, 'person.merged', 'x', { personId: cast.ines }))
  const lines = await ownLines(house.db, cast.ines)
  expect(lines.map(({ action, doer }) => [action, doer])).toEqual([
    ['person.merged', 'association'],
    ['reset-link.issued', 'operator'],
    ['answer.saved', 'system'],
    ['employment.confirmed', 'manager'],
    ['employment.joined', 'self'],
    ['person.joined', 'self'],
  ])
  const names = { courses: new Map(), localFacts: new Map() }
  const shown = lines.map((line) => toOwnLine(wordsIn('da'), line, names))
  expect(shown[3]).toMatchObject({
    what: 'Ansættelse bekræftet',
    by: 'af din leder',
    facts: [{ term: 'Sted', text: 'Havnen' }],
  })
  expect(JSON.stringify(shown)).not.toMatch(/Marco|Olga|Ines/)
})
