import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { closeVenue } from '#people/close-venue.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { joinVenue } from '#people/join-venue.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { requiredOf } from '#requirements/store.ts'
import { type CoverageTown, openCoverageTown } from './town.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
})
afterEach(() => town.close())

const close = (firstOn: string) =>
  town.house.as(town.cast.olga, (work) => closeVenue(work, { venueId: town.cast.havnen, firstOn }))
const reopen = (firstOn: string) =>
  town.house.as(town.cast.olga, (work) => reopenVenue(work, { venueId: town.cast.havnen, firstOn }))
const figures = async (on: string, knownAt = town.house.clock().toISOString()) => {
  const { venues, town: all } = await readTown(town.house.db, { on, knownAt })
  return { venues: venues.map(({ slug }) => slug), people: all.covered + all.within + all.late }
}
const staffOn = async (on: string, knownAt = town.house.clock().toISOString()) =>
  (await readStaff(town.house.db, town.cast.havnen, { on, knownAt })).length

test('Havnen closed for April: its people count on 31 March and 1 May, and nowhere in between', async () => {
  const before = await figures('2026-03-31')
  expect(before.venues).toEqual(['havnen', 'kilden'])
  await close('2026-04-01')
  await reopen('2026-05-01')
  expect(await figures('2026-03-31')).toEqual(before)
  for (const day of ['2026-04-01', '2026-04-30']) expect(await figures(day)).toEqual({ venues: ['kilden'], people: 1 })
  expect((await figures('2026-05-01')).venues).toEqual(['havnen', 'kilden'])
  expect([await staffOn('2026-03-31'), await staffOn('2026-04-01'), await staffOn('2026-05-01')]).toEqual([1, 0, 1])
})

test('as known before the closing was written, the venue counts as it did', async () => {
  town.house.at('2026-03-20T12:00:00Z')
  const asKnown = () => figures('2026-04-10', endOf('2026-03-19'))
  const before = await asKnown()
  expect(before.venues).toEqual(['havnen', 'kilden'])
  await close('2026-04-01')
  expect(await asKnown()).toEqual(before)
  expect(await staffOn('2026-04-10', endOf('2026-03-19'))).toBe(1)
  expect((await figures('2026-04-10')).venues).toEqual(['kilden'])
})

test('whoever also works at an open venue counts there, once', async () => {
  const [sam = ''] = await town.employ(town.cast.havnen, 'bar', ['Sam Holm'])
  const also = { personId: sam, venueId: town.cast.kilden, job: 'bar' } as const
  const second = await town.house.as(sam, (work) => joinVenue(work, also))
  await town.house.as(town.cast.olga, (work) => confirmEmployment(work, second))
  const open = await figures('2026-03-15')
  await close('2026-03-15')
  expect(await figures('2026-03-14')).toEqual(open)
  expect(await figures('2026-03-15')).toEqual({ venues: ['kilden'], people: 2 })
})

test('a closed venue asks nothing of Ines on the days it is closed', async () => {
  const asked = async (day: string) => (await requiredOf(town.house.db, town.cast.ines, day)).length
  await close('2026-04-01')
  await reopen('2026-05-01')
  expect([await asked('2026-03-31'), await asked('2026-04-01'), await asked('2026-05-01')]).toEqual([1, 0, 1])
})

test('the page of a closed venue opens for Marco and Olga with its history, and shows Pernille no figures', async () => {
  await close('2026-03-05')
  town.house.at('2026-03-10T12:00:00Z')
  for (const who of ['marco', 'olga'] as const) {
    const today = await town.ask(who, '/venues/havnen')
    expect(today.statusCode).toBe(200)
    expect(today.body).toContain('Closed since 5 March 2026')
    expect((await town.ask(who, '/venues/havnen?on=2026-03-04')).body).toContain('Marco Rossi')
  }
  expect((await town.ask('olga', '/venues/havnen')).body).toContain('/venues/havnen/settings')
  expect((await town.ask('marco', '/venues/havnen')).body).not.toContain('/venues/havnen/settings')
  const partner = await town.ask('pernille', '/venues/havnen')
  expect(partner.body).toContain('Closed since 5 March 2026')
  expect(partner.body).not.toMatch(/<table|<figure/)
  expect((await town.ask('pernille', '/coverage')).body).not.toContain('Havnen')
  expect((await town.ask('pernille', '/coverage?on=2026-03-04')).body).toContain('Havnen')
})
