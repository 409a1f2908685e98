import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVenue } from '#people/open-venue.ts'
import { type CoverageTown, openCoverageTown } from './town.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
})
afterEach(() => town.close())

const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}son Unmistakable${n}`)

/** Havnen: Marco and seven at the bar. Kilden: Noor alone. Arken: six. Everybody is late. */
async function fill(): Promise<void> {
  const arken = await town.house.as(town.cast.olga, (work) =>
    openVenue(work, { slug: 'arken', name: 'Arken', kind: 'bar', address: 'Havnen 3' }),
  )
  await town.employ(town.cast.havnen, 'bar', people('Har', 7))
  await town.employ(arken.id, 'door', people('Ark', 6))
  town.house.at('2026-04-01T12:00:00Z')
}

const addresses = ['/venues/havnen', '/venues/kilden', '/venues/arken', '/coverage'].flatMap((url) => [
  url,
  `${url}.csv`,
])

test("a partner sees nobody's name, anywhere", async () => {
  await fill()
  for (const url of addresses) {
    const { body, statusCode } = await town.ask('pernille', url)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/Unmistakable|Marco|Noor|Ines|id_\d/)
  }
  expect((await town.ask('olga', '/venues/havnen')).body).toContain('Unmistakable')
})

test('a venue with fewer than five people is hidden, and one more, so that it cannot be reckoned', async () => {
  await fill()
  const rows = parseCsv((await town.ask('pernille', '/coverage.csv')).body, { bom: true }) as string[][]
  const few = Array(5).fill('Fewer than five')
  expect(rows.slice(1)).toEqual([
    ['Arken', ...few],
    ['Havnen', '0', '8', '0', '8', '0'],
    ['Kilden', ...few],
    ['The whole town', '0', '15', '0', '15', '0'],
  ])
  const page = parse((await town.ask('pernille', '/coverage?sort=people&direction=asc')).body)
  const shown = page
    .querySelectorAll('.table-wrap tbody tr')
    .map((row) => row.structuredText.replaceAll(/\s+/g, ' ').trim())
  expect(shown.map((text) => text.split(' ')[0])).toEqual(['Havnen', 'Arken', 'Kilden'])
  expect(shown[1]).toBe('Arken Fewer than five')
  expect(page.text).toContain('Groups of fewer than five people are not shown.')
})

test('the association sees the same venues whole', async () => {
  await fill()
  const rows = parseCsv((await town.ask('olga', '/coverage.csv')).body, { bom: true }) as string[][]
  expect(rows[3]).toEqual(['Kilden', '0', '1', '0', '1', '0'])
})

test('of one venue a partner sees courses and jobs, small jobs hidden with another, and nothing of a small venue', async () => {
  await fill()
  await town.employ(town.cast.havnen, 'door', people('Door', 3))
  const rows = parseCsv((await town.ask('pernille', '/venues/havnen.csv')).body, { bom: true }) as string[][]
  expect(rows).toEqual([
    ['Group', 'Name', 'Coverage in per cent', 'Counted', 'Covered', 'Not covered', 'Within the deadline'],
    ['Course', 'Basic course', '0', '8', '0', '8', 'Fewer than five'],
    ['Job', 'Bar', ...Array(5).fill('Fewer than five')],
    ['Job', 'Door', '', '0', '0', '0', 'Fewer than five'],
    ['Job', 'Manager', ...Array(5).fill('Fewer than five')],
  ])
  const small = parse((await town.ask('pernille', '/venues/kilden')).body)
  expect(small.querySelector('.big')).toBeNull()
  expect(small.querySelectorAll('tbody tr').every((row) => row.text.includes('Fewer than five'))).toBe(true)
})

test('those within the deadline are a group of their own: fewer than five are not told', async () => {
  await fill()
  await town.employ(town.cast.havnen, 'bar', people('New', 2))
  const page = parse((await town.ask('pernille', '/venues/havnen')).body)
  const counts = page.querySelectorAll('.grid tbody td').map((cell) => cell.text)
  expect(counts).toEqual(['0', '8', 'Fewer than five'])
  expect(page.querySelector('figure title')?.text).toBe(
    'Covered: 0. Not covered: 8. Within the deadline: Fewer than five',
  )
})
