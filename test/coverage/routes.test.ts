import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import type { Cast } from '../support/cast.ts'
import { type CoverageTown, openCoverageTown } from './town.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
})
afterEach(() => town.close())

const addresses = ['/venues/havnen', '/venues/havnen.csv', '/coverage', '/coverage.csv']
const doors: readonly (readonly [keyof Cast, readonly number[]])[] = [
  ['olga', [200, 200, 200, 200]],
  ['pernille', [200, 200, 200, 200]],
  ['marco', [200, 200, 404, 404]],
  ['ines', [404, 404, 404, 404]],
  ['ada', [404, 404, 404, 404]],
  ['noor', [404, 404, 404, 404]],
]

test.each(doors)('%s may see of %s', async (who, expected) => {
  const seen = await Promise.all(addresses.map(async (url) => (await town.ask(who, url)).statusCode))
  expect(seen).toEqual(expected)
})

test('a stranger is asked to sign in, whether the venue exists or not', async () => {
  for (const url of ['/venues/havnen', '/venues/nowhere', '/venues/havnen.csv', '/coverage']) {
    const answer = await town.ask(null, url)
    const { pathname, searchParams } = new URL(String(answer.headers.location), 'http://localhost')
    expect([answer.statusCode, pathname, searchParams.get('next')]).toEqual([303, '/sign-in', url])
  }
})

test.each(['', '.csv', '?on=2026-02-30'])(
  'a venue that is not theirs to see is to the byte one that does not exist (%s)',
  async (end) => {
    for (const who of ['ines', 'noor', 'ada'] as const) {
      const [hidden, missing] = [
        await town.ask(who, `/venues/havnen${end}`),
        await town.ask(who, `/venues/nowhere${end}`),
      ]
      expect([hidden.statusCode, hidden.body]).toEqual([404, missing.body])
      const headers = (answer: typeof hidden) => ({ ...answer.headers, date: null })
      expect(headers(hidden)).toEqual(headers(missing))
    }
    expect((await town.ask('marco', `/venues/kilden${end}`)).body).toBe(
      (await town.ask('marco', `/venues/nowhere${end}`)).body,
    )
  },
)

test('who joined stands at the top until confirmed with one click, and counts from the first day', async () => {
  town.house.at('2026-03-03T12:00:00Z')
  const before = parse((await town.ask('marco', '/venues/havnen')).body)
  const form = before.querySelector('section form')
  expect(before.querySelector('section')?.text).toContain('Ines Sørensen')
  expect(names(before)).toEqual(['Marco Rossi'])

  const { cookie } = await cookieHeader('marco')
  const answer = await town.app.inject({
    method: 'POST',
    url: form?.getAttribute('action') as string,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/venues/havnen'])

  const after = parse((await town.ask('marco', '/venues/havnen')).body)
  expect(after.querySelector('section')).toBeNull()
  expect(names(after)).toEqual(['Ines Sørensen', 'Marco Rossi'])
  expect(names(parse((await town.ask('marco', '/venues/havnen?on=2026-03-01')).body))).toHaveLength(2)
  expect(names(parse((await town.ask('marco', '/venues/havnen?on=2026-03-01&known=2026-03-02')).body))).toEqual([
    'Marco Rossi',
  ])
})

test('who lacks most comes first, with the deadline, the modules and the certificate in words', async () => {
  const [early] = await town.employ(town.cast.havnen, 'bar', ['Zoe First'])
  town.house.at('2026-03-20T12:00:00Z')
  await town.employ(town.cast.havnen, 'door', ['Anna New'])
  town.house.at('2026-04-01T12:00:00Z')
  const earned = {
    personId: early as string,
    courseId: 'grundkursus',
    revisionId: town.cast.revision,
    enrolmentId: 'run',
  }
  await town.house.as(early as string, (work) => issueCertificate(work, earned))

  const page = parse((await town.ask('olga', '/venues/havnen')).body)
  expect(names(page)).toEqual(['Marco Rossi', 'Anna New', 'Zoe First'])
  const cards = cardsOf(page).map((card) => card.structuredText.replaceAll(/\s+/g, ' '))
  expect(cards[0]).toMatch(/Not covered.*Late since 1 April 2026.*No certificate.*Module police Missing/)
  expect(cards[1]).toMatch(/Within the deadline.*Door.*20 March 2026.*Deadline 19 April 2026/)
  expect(cards[2]).toMatch(/Covered.*Valid until 1 April 2028.*Module police Passed.*Module aid Passed/)
  expect(page.querySelector('.big')?.text).toBe('50%')
})

test.each([
  ['on=2026-02-30', 'Choose a day that exists.'],
  ['on=yesterday', 'Choose a day that exists.'],
  ['on=2028-03-02', 'Choose a day at most two years ahead.'],
  ['known=2026-03-01', 'Choose a day before today. Today is not over yet.'],
  ['known=2026-13-01', 'Choose a day that exists.'],
])('%s is answered with today and what is wrong with it', async (query, fault) => {
  for (const url of addresses) {
    const answer = await town.ask('olga', `${url}?${query}`)
    const page = parse(answer.body)
    expect([answer.statusCode, page.querySelector('.faults li')?.text]).toEqual([422, fault])
    expect(page.querySelector('title')?.text).toMatch(/^Error/)
    expect(page.querySelector('.lead')?.text).toContain('today, 1 March 2026')
    expect(page.querySelector('[aria-invalid="true"]')?.getAttribute('value')).toBe(query.split('=')[1])
  }
})

test('two years ahead can be asked for, and a day before there was a town', async () => {
  for (const on of ['2028-03-01', '1999-01-01', ''])
    expect((await town.ask('olga', `/coverage?on=${on}`)).statusCode).toBe(200)
})

test('the sheet of a venue has a row a person and a column a module, for Excel, under a good name', async () => {
  await town.employ(town.cast.havnen, 'bar', ['=HYPERLINK("http://evil")', 'Åse, "den lille" Ø'])
  const answer = await town.ask('marco', '/venues/havnen.csv')
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="coverage-havnen-2026-03-01.csv"')
  const [header, ...rows] = parseCsv(answer.body, { bom: true, record_delimiter: '\r\n' }) as string[][]
  expect(header).toEqual([
    ...['Name', 'Job', 'First day', 'State', 'Deadline', 'Late since'],
    ...[
      'Basic course: Module police',
      'Basic course: Module aid',
      'Basic course: certificate',
      'Basic course: last day',
    ],
  ])
  expect(rows.map((row) => row[0])).toEqual([`'=HYPERLINK("http://evil")`, 'Åse, "den lille" Ø', 'Marco Rossi'])
  expect(rows[2]).toEqual([
    ...['Marco Rossi', 'Manager', '2026-03-01', 'Within the deadline', '2026-03-31', ''],
    ...['Missing', 'Missing', 'No certificate', ''],
  ])
  town.house.at('2026-04-01T12:00:00Z')
  const late = parseCsv((await town.ask('marco', '/venues/havnen.csv')).body, { bom: true }) as string[][]
  expect(late[3]?.slice(3, 6)).toEqual(['Not covered', '', '2026-04-01'])
  expect(
    (await town.ask('marco', '/venues/havnen.csv?on=2026-02-01&known=2026-02-02')).headers['content-disposition'],
  ).toContain('coverage-havnen-2026-02-01-known-2026-02-02.csv')
})

test('the pages show the same figures as their sheets, and sort as asked', async () => {
  await town.employ(town.cast.kilden, 'bar', ['A', 'B', 'C'])
  town.house.at('2026-04-01T12:00:00Z')
  const rows = parseCsv((await town.ask('olga', '/coverage.csv')).body, { bom: true }) as string[][]
  expect(rows.slice(1)).toEqual([
    ['Havnen', '0', '1', '0', '1', '0'],
    ['Kilden', '0', '4', '0', '4', '0'],
    ['The whole town', '0', '5', '0', '5', '0'],
  ])
  const order = async (query: string) => {
    const page = parse((await town.ask('olga', `/coverage?${query}`)).body)
    return page.querySelectorAll('.table-wrap tbody th').map((cell) => cell.text)
  }
  expect(await order('')).toEqual(['Havnen', 'Kilden'])
  expect(await order('sort=name&direction=desc')).toEqual(['Kilden', 'Havnen'])
  expect(await order('sort=late')).toEqual(['Kilden', 'Havnen'])
  expect(await order('sort=people&direction=asc')).toEqual(['Havnen', 'Kilden'])
  expect(await order('sort=nonsense&sort=late')).toEqual(['Havnen', 'Kilden'])
})

const cardsOf = (page: ReturnType<typeof parse>) => page.querySelectorAll('main > ul.list > li')
const names = (page: ReturnType<typeof parse>) =>
  cardsOf(page).map((card) => card.querySelector('h3')?.childNodes[0]?.text.trim())

async function cookieHeader(who: keyof Cast) {
  const { cookieOf } = await import('../support/sign-in.ts')
  return { cookie: await cookieOf(town.house, town.cast[who]) }
}
