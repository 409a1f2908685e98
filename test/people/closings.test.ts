import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeVenue } from '#people/change-venue.ts'
import { closeVenue } from '#people/close-venue.ts'
import { closedFrom, openFrom } from '#people/closing.ts'
import { closedOn, closingAt, closingsAround, closingsOf } from '#people/closing-store.ts'
import { joinVenue } from '#people/join-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { getVenueFacts } from '#people/venue-facts-store.ts'
import { getVenue } from '#people/venue-store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-03-10T12:00:00Z' })
  cast = await settleCast(house)
})
afterEach(() => house.close())

const close = (firstOn: string) => house.as(cast.olga, (work) => closeVenue(work, { venueId: cast.havnen, firstOn }))
const reopen = (firstOn: string) => house.as(cast.olga, (work) => reopenVenue(work, { venueId: cast.havnen, firstOn }))
const closings = async () => (await closingsOf(house.db, cast.havnen)).map(({ firstOn, lastOn }) => [firstOn, lastOn])
const eventsOf = async (action: string) =>
  (await house.db.selectFrom('audit_events').select('particulars').where('action', '=', action).execute()).map((row) =>
    JSON.parse(row.particulars),
  )

test('Havnen closes from a day and reopens from another; in between it is closed, both ends are open', async () => {
  await close('2026-04-01')
  await reopen('2026-05-01')
  expect(await closings()).toEqual([['2026-04-01', '2026-04-30']])
  const days = ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01']
  expect(await Promise.all(days.map((day) => closedOn(house.db, cast.havnen, day)))).toEqual([false, true, true, false])
  expect(await closedOn(house.db, cast.kilden, '2026-04-10')).toBe(false)
  expect(await eventsOf('venue.closed')).toEqual([{ firstOn: '2026-04-01' }])
  expect(await eventsOf('venue.reopened')).toEqual([{ firstOn: '2026-05-01' }])
})

test('closing twice and reopening twice change nothing and record nothing', async () => {
  await close('2026-04-01')
  await close('2026-04-01')
  await close('2026-04-20')
  expect(await closings()).toEqual([['2026-04-01', null]])
  expect(await eventsOf('venue.closed')).toHaveLength(1)
  await reopen('2026-04-10')
  await reopen('2026-04-10')
  expect(await closings()).toEqual([['2026-04-01', '2026-04-09']])
  expect(await eventsOf('venue.reopened')).toHaveLength(1)
})

test('closings that meet are one, with the first of their days', async () => {
  await close('2026-04-01')
  await reopen('2026-05-01')
  await close('2026-05-01')
  expect(await closings()).toEqual([['2026-04-01', null]])
  await close('2026-03-05')
  expect(await closings()).toEqual([['2026-03-05', null]])
})

test('an earlier closing that is over stays one of its own', async () => {
  await close('2026-01-01')
  await reopen('2026-02-01')
  await close('2026-06-01')
  expect(await closings()).toEqual([
    ['2026-01-01', '2026-01-31'],
    ['2026-06-01', null],
  ])
  expect(await closingsAround(house.db, cast.havnen, { on: '2026-03-10', knownAt: '2999' })).toMatchObject({
    now: null,
    next: { firstOn: '2026-06-01' },
  })
})

test.each(['2026-04-01', '2026-03-20'])('reopened on %s, a closing from 1 April is called off', async (day) => {
  await close('2026-04-01')
  await reopen(day)
  expect(await closings()).toEqual([])
  expect(await closingAt(house.db, cast.havnen, { on: '2026-04-01', knownAt: '2026-03-10T11:59:59.999Z' })).toBeNull()
})

test('what was known of a closing before it was changed stays known then', async () => {
  await close('2026-04-01')
  house.at('2026-03-20T12:00:00Z')
  await reopen('2026-04-01')
  const closedAsKnown = async (knownAt: string) =>
    (await closingAt(house.db, cast.havnen, { on: '2026-04-15', knownAt })) !== null
  expect(await closedAsKnown('2026-03-10T11:59:59.999Z')).toBe(false)
  expect(await closedAsKnown('2026-03-15T12:00:00.000Z')).toBe(true)
  expect(await closedAsKnown('2026-03-20T12:00:00.000Z')).toBe(false)
})

test('only the association closes, reopens and changes venues', async () => {
  const venueId = cast.havnen
  const changed = { venueId, name: 'X', kind: 'bar', address: 'Y', openAfter02: false } as const
  for (const who of [cast.marco, cast.ines, cast.pernille, cast.ada]) {
    const tries = [
      house.as(who, (work) => closeVenue(work, { venueId, firstOn: '2026-04-01' })),
      house.as(who, (work) => reopenVenue(work, { venueId, firstOn: '2026-04-01' })),
      house.as(who, (work) => changeVenue(work, changed)),
    ]
    for (const one of tries) await expect(one).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('nobody joins a closed venue; who is there already is told so', async () => {
  await close('2026-03-10')
  const join = (personId: string) =>
    house.as(personId, (work) => joinVenue(work, { personId, venueId: cast.havnen, job: 'bar' }))
  await expect(join(cast.noor)).rejects.toMatchObject({ code: 'gone' })
  expect(await join(cast.ines)).toMatch(/^id_/)
  await reopen('2026-03-10')
  expect(await join(cast.noor)).toMatch(/^id_/)
})

test('a venue keeps its short name when it is renamed, and the same again is no change', async () => {
  const of = { venueId: cast.havnen, name: 'Nyhavn', kind: 'disco', address: 'Kajen 1', openAfter02: true } as const
  for (const _ of [1, 2]) await house.as(cast.olga, (work) => changeVenue(work, of))
  expect(await getVenueFacts(house.db, 'havnen')).toMatchObject({ name: 'Nyhavn', kind: 'disco', openAfter02: true })
  expect(await eventsOf('venue.changed')).toEqual([
    { oldName: 'Havnen', newName: 'Nyhavn', oldKind: 'bar', newKind: 'disco', openAfter02: 'yes' },
  ])
})

test('a name is never refused for its short name, only for the same address as well', async () => {
  const open = (name: string, address: string) =>
    house.as(cast.olga, (work) => openVenue(work, { name, kind: 'bar', address }))
  expect((await open('Havnen', 'Torvet 1')).slug).toBe('havnen-2')
  expect((await open('HAVNEN!', 'Torvet 1')).slug).toBe('havnen-3')
  await expect(open('havnen', ' kajen  1')).rejects.toMatchObject({ code: 'conflict' })
  const twin = { venueId: cast.kilden, name: 'Havnen', kind: 'bar', address: 'Kajen 1', openAfter02: false } as const
  const rename = house.as(cast.olga, (work) => changeVenue(work, twin))
  await expect(rename).rejects.toMatchObject({ code: 'conflict' })
  expect((await getVenue(house.db, 'kilden')).name).toBe('Kilden')
})

test('the rules alone: no day is ever closed twice, and reopening where it is open does nothing', () => {
  const known = [
    { firstOn: '2026-01-01', lastOn: '2026-01-31' },
    { firstOn: '2026-03-01', lastOn: '2026-03-31' },
  ]
  expect(closedFrom(known, '2026-02-01')).toEqual({ away: known, instead: { firstOn: '2026-01-01', lastOn: null } })
  expect(closedFrom(known, '2026-02-02')).toEqual({
    away: known.slice(1),
    instead: { firstOn: '2026-02-02', lastOn: null },
  })
  expect(openFrom(known, '2026-02-10')).toBeNull()
  expect(openFrom(known, '2026-03-31')).toEqual({
    away: known.slice(1),
    instead: { firstOn: '2026-03-01', lastOn: '2026-03-30' },
  })
})
