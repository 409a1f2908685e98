import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { overdueOn } from '#certificates/counting-store.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { readAffected } from '#requirements/affected-store.ts'
import { type CoverageTown, openCoverageTown } from '../coverage/town.ts'
import { passCourse, read, tryQuiz } from '../learning/run.ts'
import { aidHow, change, courseId, policeHow, textNo } from './change.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
  const { house, cast } = town
  await passCourse(house, cast.marco)
  house.at('2026-05-01T12:00:00Z')
  await change(house, cast, textNo(2), [aidHow, policeHow], '2026-05-31')
})
afterEach(() => town.close())

const far = endOf('2027-01-01')
const marcoOn = async (on: string, knownAt = far) =>
  (await readStaff(town.house.db, town.cast.havnen, { on, knownAt })).find((one) => one.personId === town.cast.marco)
const covered = async (on: string, knownAt = far) =>
  (await readTown(town.house.db, { on, knownAt })).venues.find(({ slug }) => slug === 'havnen')?.figures.covered

async function rereadOn(day: string) {
  const { house, cast } = town
  house.at(`${day}T12:00:00Z`)
  await read(house, cast.marco, 'aid', 'how')
  await read(house, cast.marco, 'police', 'how')
  await tryQuiz(house, cast.marco, 'police', { right: true })
}

test('covered to the end of the last day, not the day after, and again from the day it is done; past days stay', async () => {
  const days = ['2026-05-30', '2026-05-31', '2026-06-01', '2026-06-09', '2026-06-10'] as const
  const seen = () =>
    Promise.all(days.map(async (day) => [(await marcoOn(day))?.standing === 'covered' ? 1 : 0, await covered(day)]))
  const none = [0, 0]
  const both = [1, 1]
  expect(await seen()).toEqual([both, both, none, none, none])
  await rereadOn('2026-06-10')
  expect(await seen()).toEqual([both, both, none, none, both])
  expect([await covered('2026-06-10', endOf('2026-06-09')), await covered('2026-12-01')]).toEqual([0, 1])
  expect(await covered('2026-06-10', endOf('2026-04-30'))).toBe(1)
})

test('the venue reads why, since when, and that all modules are passed; the page and the spreadsheet say the same', async () => {
  expect(await marcoOn('2026-06-03')).toMatchObject({
    ...{ standing: 'late', lateSince: '2026-06-01' },
    courses: [{ state: 'behind', lastOn: '2028-03-01', lateSince: '2026-06-01', passed: 'all' }],
  })
  town.house.at('2026-06-03T12:00:00Z')
  const page = await town.ask('marco', '/venues/havnen')
  expect(page.body).toContain('Changed pages not read')
  const sheet = await town.ask('marco', '/venues/havnen.csv')
  expect(sheet.body).toContain('Changed pages not read')
  expect((await town.ask('marco', '/learning')).body).toContain('The requirement of your job is not met until you do.')
  expect((await town.ask('olga', `/people/${town.cast.marco}`)).body).toContain('Changed pages not read')
})

test('once the certificate has run out it is late since the pages were, and a short renewal begun is no module passed', async () => {
  expect((await marcoOn('2028-03-02', far))?.courses[0]).toMatchObject({ state: 'expired', lateSince: '2026-06-01' })
  town.house.at('2026-06-03T12:00:00Z')
  await read(town.house, town.cast.marco, 'police', 'how')
  await tryQuiz(town.house, town.cast.marco, 'police', { right: true })
  expect((await marcoOn('2028-03-02', far))?.courses[0]?.passed).toEqual(new Set())
})

test('what a requirement would change counts whoever is behind as lacking', async () => {
  const holders = async (day: string) => {
    const planned = { job: 'any', courseId, day, before: [], after: [] } as const
    return (await readAffected(town.house.db, planned, far)).holders
  }
  expect([await holders('2026-05-31'), await holders('2026-06-01')]).toEqual([1, 0])
})

test('while nothing is overdue one query asks, and nothing more', async () => {
  const { house } = town
  let queries = 0
  const counted = house.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries++
      return result
    },
  })
  expect(await overdueOn(counted, { on: '2026-05-31', knownAt: far })).toEqual([])
  expect(queries).toBe(1)
  expect(await overdueOn(counted, { on: '2026-06-01', knownAt: far })).toHaveLength(1)
})
