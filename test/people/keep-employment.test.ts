import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeJob } from '#people/change-job.ts'
import { correctDays } from '#people/correct-days.ts'
import { allEmploymentsOf, getEmployment } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { takeBack } from '#people/take-back.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'
import { dueOf, eventsOf, noticesTo, openKeptTown, peopleAt, standingOf, toldOf } from './keeping.ts'

let house: TestHouse
let cast: Cast
let ofInes: string

beforeEach(async () => {
  const town = await openKeptTown()
  house = town.house
  cast = town.cast
  ofInes = town.ofInes
})
afterEach(() => house.close())

const ines = () => ({ personId: cast.ines, venueId: cast.havnen })
const job = (who: string, to: Job, fromOn: string) =>
  house.as(who, (work) => changeJob(work, ofInes, { job: to, fromOn }))
const days = (who: string, firstOn: string, lastOn: string | null) =>
  house.as(who, (work) => correctDays(work, ofInes, { firstOn, lastOn }))
const end = (who: string, lastOn: string, id = ofInes) => house.as(who, (work) => endEmployment(work, id, lastOn))
const back = (firstOn: string, to: Job = 'bar') =>
  house.as(cast.marco, (work) => takeBack(work, { ...ines(), job: to, firstOn }))

test('from bar to door from the first of next month: fresh days only for what the door newly requires', async () => {
  const door = { job: 'door', courseId: 'doerkursus', days: 14, countsFromOn: '2026-03-01' } as const
  await house.as(clockwork, (work) => setRequirement(work, door))
  house.at('2026-03-20T12:00:00Z')
  await job(cast.marco, 'door', '2026-04-01')
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–2026-03-31, door 2026-04-01–'])
  expect(await standingOf(house, ines(), '2026-03-31')).toBe('bar within 2026-03-31')
  expect(await dueOf(house, ines(), '2026-03-31')).toEqual(['grundkursus 2026-03-31 within'])
  expect(await standingOf(house, ines(), '2026-04-01')).toBe('door late 2026-03-31')
  expect(await dueOf(house, ines(), '2026-04-15')).toEqual([
    'doerkursus 2026-04-15 within',
    'grundkursus 2026-03-31 late',
  ])
  expect(await dueOf(house, ines(), '2026-04-16')).toEqual([
    'doerkursus 2026-04-15 late',
    'grundkursus 2026-03-31 late',
  ])
  expect(await standingOf(house, ines(), '2026-04-01', '2026-03-19')).toBe('bar late 2026-03-31')
  expect(await peopleAt(house, 'havnen', '2026-03-31')).toBe(2)
  expect(await peopleAt(house, 'havnen', '2026-04-01')).toBe(2)
  expect((await getEmployment(house.db, ofInes)).spells).toHaveLength(2)
  expect(await noticesTo(house, cast.ines)).toContain('job-changed {"venue":"Havnen","job":"door","day":"2026-04-01"}')
})

test('the same job changes nothing and tells nobody; it calls off what was planned', async () => {
  await job(cast.marco, 'bar', '2026-04-01')
  expect(await eventsOf(house, 'employment.job-changed')).toEqual([])
  await job(cast.marco, 'door', '2026-04-01')
  await job(cast.marco, 'kitchen', '2026-05-01')
  expect(await toldOf(house, cast.ines)).toEqual([
    'bar 2026-03-01–2026-03-31, door 2026-04-01–2026-04-30, kitchen 2026-05-01–',
  ])
  await job(cast.marco, 'bar', '2026-03-15')
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–'])
})

test.each([
  ['before the first day', 'door', '2026-02-28'],
  ['after the last day', 'door', '2026-04-01'],
  ['more than two years ahead', 'door', '2028-03-02'],
] as const)('no job changes %s', async (name, to, fromOn) => {
  if (name.startsWith('after')) await end(cast.marco, '2026-03-31')
  await expect(job(cast.marco, to, fromOn)).rejects.toMatchObject({ code: 'conflict' })
})

test('a first day corrected on 20 March counts from 10 February as we know it now, and not as known on 19 March', async () => {
  house.at('2026-03-20T12:00:00Z')
  await days(cast.marco, '2026-02-10', null)
  expect(await standingOf(house, ines(), '2026-02-15')).toBe('bar covered')
  expect(await standingOf(house, ines(), '2026-02-15', '2026-03-19')).toBe('nobody')
  expect(await standingOf(house, ines(), '2026-03-15', '2026-03-19')).toBe('bar within 2026-03-31')
  expect(await eventsOf(house, 'employment.corrected')).toMatchObject([{ actor: cast.marco, subject: ofInes }])
  await days(cast.marco, '2026-02-10', null)
  expect(await eventsOf(house, 'employment.corrected')).toHaveLength(1)
})

test('days out of order, before 1960, more than two years ahead or twice in one job are refused', async () => {
  for (const [firstOn, lastOn] of [
    ['2026-03-02', '2026-03-01'],
    ['1959-12-31', null],
    ['2028-03-02', null],
    ['2026-03-01', '2028-03-02'],
  ] as const)
    await expect(days(cast.marco, firstOn, lastOn)).rejects.toMatchObject({ code: 'conflict' })
  await days(cast.marco, '2026-03-01', '2026-03-10')
  house.at('2026-03-20T12:00:00Z')
  await back('2026-03-15')
  await expect(days(cast.marco, '2026-03-01', '2026-03-15')).rejects.toMatchObject({ code: 'conflict' })
  await expect(days(cast.marco, '2026-03-01', null)).rejects.toMatchObject({ code: 'conflict' })
  await days(cast.marco, '2026-03-01', '2026-03-14')
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–2026-03-14', 'bar 2026-03-15–'])
})

test('the last day counts, the next does not; what was planned for later is gone', async () => {
  await job(cast.marco, 'door', '2026-04-01')
  await end(cast.marco, '2026-03-20')
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–2026-03-20'])
  expect([await peopleAt(house, 'havnen', '2026-03-20'), await peopleAt(house, 'havnen', '2026-03-21')]).toEqual([2, 1])
  await expect(end(cast.marco, '2026-02-28')).rejects.toMatchObject({ code: 'conflict' })
  house.at('2026-03-21T12:00:00Z')
  await end(cast.marco, '2026-03-20')
  await expect(end(cast.marco, '2026-03-19')).rejects.toMatchObject({ code: 'conflict' })
  expect(await eventsOf(house, 'employment.ended')).toHaveLength(1)
})

test.each([
  ['within six months, the old deadline stands', '2026-09-20', 'bar late 2026-03-31'],
  ['after six months, there are fresh days', '2026-09-21', 'bar within 2026-10-21'],
])('back %s', async (_name, firstOn, expected) => {
  await end(cast.marco, '2026-03-20')
  house.at(`${firstOn}T12:00:00Z`)
  const again = await back(firstOn)
  expect(again).not.toBe(ofInes)
  expect(await standingOf(house, ines(), firstOn)).toBe(expected)
  expect(await back(firstOn)).toBe(again)
  await expect(back('2026-10-01', 'door')).rejects.toMatchObject({ code: 'conflict' })
})

test('only somebody who worked there comes back, and not on a day she works there', async () => {
  const noor = { personId: cast.noor, venueId: cast.havnen, job: 'bar', firstOn: '2026-03-01' } as const
  await expect(house.as(cast.marco, (work) => takeBack(work, noor))).rejects.toMatchObject({ code: 'not-found' })
  await expect(back('2026-05-01')).rejects.toMatchObject({ code: 'conflict' })
  await end(cast.marco, '2026-03-20')
  await expect(back('2026-03-20')).rejects.toMatchObject({ code: 'conflict' })
  const byNoor = house.as(cast.noor, (work) => takeBack(work, { ...ines(), job: 'bar', firstOn: '2026-03-21' }))
  await expect(byNoor).rejects.toMatchObject({ code: 'forbidden' })
})

test('whoever is rejected is gone and told, and joins again as somebody new', async () => {
  const join = () =>
    house.as(cast.noor, (work) => joinVenue(work, { personId: cast.noor, venueId: cast.havnen, job: 'bar' }))
  const reject = (id: string) => house.as(cast.marco, (work) => rejectEmployment(work, id))
  const first = await join()
  house.at('2026-03-02T12:00:00Z')
  await Promise.all([reject(first), reject(first)])
  expect(await allEmploymentsOf(house.db, cast.noor, cast.havnen)).toEqual([])
  expect(await eventsOf(house, 'employment.rejected')).toHaveLength(1)
  expect(await noticesTo(house, cast.noor)).toContain('employment-rejected {"venue":"Havnen"}')
  expect(await join()).not.toBe(first)
  await expect(reject(ofInes)).rejects.toMatchObject({ code: 'conflict' })
})

test.each(['ines', 'noor', 'ada', 'pernille'] as const)('%s keeps no employment at Havnen', async (name) => {
  const who = cast[name]
  const tries = [
    () => job(who, 'door', '2026-04-01'),
    () => days(who, '2026-02-01', null),
    () => end(who, '2026-03-20'),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–'])
})

test('sent twice at once, it is done once', async () => {
  await Promise.all([1, 2, 3].map(() => job(cast.marco, 'door', '2026-04-01')))
  await Promise.all([1, 2, 3].map(() => end(cast.marco, '2026-05-01')))
  house.at('2026-06-01T12:00:00Z')
  await Promise.all([1, 2, 3].map(() => back('2026-06-01')))
  expect(await toldOf(house, cast.ines)).toEqual([
    'bar 2026-03-01–2026-03-31, door 2026-04-01–2026-05-01',
    'bar 2026-06-01–',
  ])
  const counts = ['job-changed', 'ended', 'returned'].map((what) => eventsOf(house, `employment.${what}`))
  expect((await Promise.all(counts)).map((events) => events.length)).toEqual([1, 1, 1])
})
