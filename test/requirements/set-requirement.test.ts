import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinVenue } from '#people/join-venue.ts'
import { clockwork } from '#policy.ts'
import type { RequiredJob } from '#requirements/requirement.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { requiredOf, requirementsOn } from '#requirements/store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-01-10T12:00:00Z' })
  cast = await settleCast(house)
})
afterEach(() => house.close())

const set = (days: number, countsFromOn: string, job: RequiredJob = 'any', courseId = 'grundkursus') =>
  house.as(cast.olga, (work) => setRequirement(work, { job, courseId, days, countsFromOn }))
const known = async (day: string, knownAt = '2999-01-01T00:00:00.000Z') =>
  (await requirementsOn(house.db, day, knownAt)).map(({ days, countsFromOn, lastOn }) => [days, countsFromOn, lastOn])

test('a change counts from its day, and what counted before it stands up to the day before', async () => {
  await set(30, '2026-01-01')
  house.at('2026-02-10T12:00:00Z')
  await set(14, '2026-03-01')

  expect(await known('2026-02-28')).toEqual([[30, '2026-01-01', '2026-02-28']])
  expect(await known('2026-03-01')).toEqual([
    [30, '2026-01-01', '2026-02-28'],
    [14, '2026-03-01', null],
  ])
})

test('as known before the change nothing has changed', async () => {
  await set(30, '2026-01-01')
  house.at('2026-02-10T12:00:00Z')
  await set(14, '2026-03-01')
  expect(await known('2026-03-01', '2026-02-10T11:59:59.999Z')).toEqual([[30, '2026-01-01', null]])
  expect(await known('2026-03-01', '2026-01-10T11:59:59.999Z')).toEqual([])
})

test('a change for an earlier day replaces what was set for later ones', async () => {
  await set(30, '2026-02-01')
  await set(14, '2026-03-01')
  house.at('2026-02-10T12:00:00Z')
  await set(7, '2026-01-15')
  expect(await known('2026-12-31')).toEqual([[7, '2026-01-15', null]])
})

test('a third change leaves alone what the second one ended', async () => {
  await set(30, '2026-01-01')
  await set(14, '2026-03-01')
  await set(7, '2026-05-01')
  expect(await known('2026-12-31')).toEqual([
    [30, '2026-01-01', '2026-02-28'],
    [14, '2026-03-01', '2026-04-30'],
    [7, '2026-05-01', null],
  ])
})

test('jobs and courses are set apart', async () => {
  await set(30, '2026-01-01')
  await set(10, '2026-01-01', 'bar')
  await set(20, '2026-01-01', 'any', 'other')
  expect(await known('2026-01-01')).toHaveLength(3)
})

test('setting the same again changes nothing', async () => {
  await set(30, '2026-01-01')
  await set(30, '2026-01-01')
  const rows = await house.db.selectFrom('requirement_facts').selectAll().execute()
  const events = await house.db.selectFrom('audit_events').selectAll().where('action', '=', 'requirement.set').execute()
  expect([rows.length, events.length]).toEqual([1, 1])
})

test('only the association and the system itself set requirements, in whole days', async () => {
  const rule = { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-01-01' } as const
  for (const who of [cast.marco, cast.ada, cast.pernille, cast.ines])
    await expect(house.as(who, (work) => setRequirement(work, rule))).rejects.toMatchObject({ code: 'forbidden' })
  await house.as(clockwork, (work) => setRequirement(work, rule))
  for (const days of [-1, 1.5])
    await expect(house.as(cast.olga, (work) => setRequirement(work, { ...rule, days }))).rejects.toMatchObject({
      code: 'conflict',
    })
})

test('what is required of Ines counts before she is confirmed, once for each course, by the earliest due day', async () => {
  await set(30, '2026-01-01')
  await set(10, '2026-01-01', 'door')
  await set(20, '2026-01-01', 'bar', 'wine')
  expect(await requiredOf(house.db, cast.ines, '2026-01-10')).toMatchObject([
    { courseId: 'wine', dueOn: '2026-01-30', venueId: cast.havnen },
    { courseId: 'grundkursus', dueOn: '2026-02-09', venueId: cast.havnen },
  ])

  await house.as(cast.ines, (work) => joinVenue(work, { personId: cast.ines, venueId: cast.kilden, job: 'door' }))
  expect(await requiredOf(house.db, cast.ines, '2026-01-10')).toMatchObject([
    { courseId: 'grundkursus', dueOn: '2026-01-20', venueId: cast.kilden },
    { courseId: 'wine', dueOn: '2026-01-30', venueId: cast.havnen },
  ])
})

test('nothing is required of who works nowhere', async () => {
  await set(30, '2026-01-01')
  expect(await requiredOf(house.db, cast.ada, '2026-01-10')).toEqual([])
  expect(await requiredOf(house.db, cast.ines, '2026-01-09')).toEqual([])
})
