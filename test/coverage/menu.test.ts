import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryFor } from '#web/site.ts'
import { type CoverageTown, openCoverageTown } from './town.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
})
afterEach(() => town.close())

const current = async (who: 'olga' | 'marco', url: string) =>
  parse((await town.ask(who, url)).body)
    .querySelectorAll('header nav [aria-current]')
    .map((link) => link.text)

test('for Olga, the town is marked on everything behind it, and coverage on a venue’s own page', async () => {
  for (const url of [
    '/town',
    '/town/venues',
    '/roles',
    '/people',
    '/duplicates',
    '/requirements/new',
    '/settings/local',
  ])
    expect([url, await current('olga', url)]).toEqual([url, ['The town']])
  for (const url of ['/letters', '/audit', '/venues/havnen/settings'])
    expect([url, await current('olga', url)]).toEqual([url, ['The town']])
  expect(await current('olga', '/venues/havnen')).toEqual(['Coverage'])
  expect(await current('olga', '/account')).toEqual([])
})

test('for Marco his venue is marked, whatever of it is open', async () => {
  expect(await current('marco', '/venues/havnen')).toEqual(['Havnen'])
  expect(await current('marco', '/venues/havnen/local')).toEqual(['Havnen'])
})

test('the entry that stands for most of an address is the one, and half a word is none', () => {
  const venue = { url: '/venues/havnen', key: 'site.venue' } as const
  const coverage = { url: '/coverage', key: 'site.coverage', also: ['/venues/:venue'] } as const
  const settings = { url: '/town', key: 'site.town', also: ['/venues/:venue/settings'] } as const
  const entries = [venue, coverage, settings]
  expect(entryFor('/venues/havnen/staff', entries)).toBe(venue)
  expect(entryFor('/venues/kilden/staff', entries)).toBe(coverage)
  expect(entryFor('/venues/havnen/settings', entries)).toBe(settings)
  for (const path of ['/venues', '/venues/', '/townhall', '/']) expect(entryFor(path, entries)).toBeUndefined()
})
