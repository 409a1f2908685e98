import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { endRequirement } from '#requirements/end-requirement.ts'
import { endedOn, type RequiredJob, setFrom } from '#requirements/requirement.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { allRequirements, requiredOf, requirementsOn } from '#requirements/store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-01-10T12:00:00Z' })
  cast = await settleCast(house)
})
afterEach(() => house.close())

const course = { courseId: 'grundkursus' }
const set = (days: number, countsFromOn: string, job: RequiredJob = 'any') =>
  house.as(cast.olga, (work) => setRequirement(work, { ...course, job, days, countsFromOn }))
const end = (lastOn: string, job: RequiredJob = 'any', who = cast.olga) =>
  house.as(who, (work) => endRequirement(work, { ...course, job, lastOn }))
const rows = async () =>
  (await allRequirements(house.db)).map(({ days, countsFromOn, lastOn }) => [days, countsFromOn, lastOn])

test('it asks for the course on its last day and not on the day after', async () => {
  await set(30, '2026-01-01')
  await end('2026-02-10')
  expect(await requiredOf(house.db, cast.ines, '2026-02-10')).toHaveLength(1)
  expect(await requiredOf(house.db, cast.ines, '2026-02-11')).toEqual([])
  expect(await rows()).toEqual([[30, '2026-01-01', '2026-02-10']])
})

test('planned changes after the last day fall away, also the whole of a requirement that has not begun', async () => {
  await set(30, '2026-01-01')
  await set(14, '2026-06-01')
  await end('2026-02-10')
  expect(await rows()).toEqual([[30, '2026-01-01', '2026-02-10']])
  await set(5, '2026-09-01', 'door')
  await end('2026-01-10', 'door')
  expect(await rows()).toEqual([[30, '2026-01-01', '2026-02-10']])
})

test('the past stays: yesterday is the earliest last day, and what was known then is still known', async () => {
  await set(30, '2026-01-01')
  house.at('2026-03-10T12:00:00Z')
  await expect(end('2026-03-08')).rejects.toMatchObject({ code: 'conflict' })
  await end('2026-03-09')
  expect(await requiredOf(house.db, cast.ines, '2026-03-09')).toHaveLength(1)
  expect(await requiredOf(house.db, cast.ines, '2026-03-10')).toEqual([])
  const known = await requirementsOn(house.db, '2026-03-10', endOf('2026-03-09'))
  expect(known).toMatchObject([{ days: 30, lastOn: null }])
})

test('the same end twice is written down once, and a longer life is not given back by ending later', async () => {
  await set(30, '2026-01-01')
  for (const _ of [1, 2]) await end('2026-02-10')
  await end('2026-03-01')
  expect(await rows()).toEqual([[30, '2026-01-01', '2026-02-10']])
  const events = await house.db
    .selectFrom('audit_events')
    .select('particulars')
    .where('action', '=', 'requirement.ended')
  expect((await events.execute()).map((row) => JSON.parse(row.particulars))).toEqual([
    { job: 'any', courseId: 'grundkursus', lastOn: '2026-02-10' },
  ])
})

test('only the association ends one, and only one that there is', async () => {
  await set(30, '2026-01-01')
  for (const who of [cast.ines, cast.marco, cast.ada, cast.pernille])
    await expect(end('2026-02-10', 'any', who)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(end('2026-02-10', 'door')).rejects.toMatchObject({ code: 'not-found' })
})

test('what a preview reckons with is what is written in the end', async () => {
  await set(30, '2026-01-01')
  await set(14, '2026-06-01')
  const before = await allRequirements(house.db)
  const change = { ...course, job: 'any', days: 7, countsFromOn: '2026-03-01' } as const
  await set(7, '2026-03-01')
  const after = await allRequirements(house.db)
  expect(after).toEqual(setFrom(before, change))
  await end('2026-02-01')
  expect(await allRequirements(house.db)).toEqual(endedOn(after, { ...course, job: 'any', lastOn: '2026-02-01' }))
})
