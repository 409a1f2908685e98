import { expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { settleCast } from '../support/cast.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { openTestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { begin, passCourse, practise, study } from './run.ts'

/** A house whose queries are counted. */
async function openCounted() {
  const house = await openTestHouse()
  const counted = { queries: 0 }
  house.db = house.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      counted.queries++
      return result
    },
  })
  return { house, counted, cast: await settleCast(house, exerciseCourse), app: await buildApp(house) }
}

const page = '/learning/grundkursus/police/why'
const moments = ['before anything is begun', 'in the middle of the quiz', 'after the course is passed'] as const

test.each(moments)('%s, a page takes the sign-in and three queries at most', async (moment) => {
  const { house, counted, cast, app } = await openCounted()
  if (moment !== 'before anything is begun') await practise(house, cast.ines, 'police')
  if (moment === 'in the middle of the quiz')
    await study(house, cast.ines, 'police').then(() => begin(house, cast.ines, 'police'))
  if (moment === 'after the course is passed') await passCourse(house, cast.ines)
  const headers = { cookie: await cookieOf(house, cast.ines) }
  counted.queries = 0
  expect((await app.inject({ url: page, headers })).statusCode).toBe(200)
  expect(counted.queries).toBeGreaterThan(1)
  expect(counted.queries).toBeLessThanOrEqual(4)
  await app.close()
})

test('saving an answer takes the sign-in, the attempt, the answer and its audit line', async () => {
  const { house, counted, cast, app } = await openCounted()
  await study(house, cast.ines, 'police')
  await practise(house, cast.ines, 'police')
  const attempt = await begin(house, cast.ines, 'police')
  const n = (attempt?.asked.findIndex((one) => one.id === 'call') ?? 0) + 1
  const headers = { cookie: await cookieOf(house, cast.ines), 'content-type': 'application/x-www-form-urlencoded' }
  counted.queries = 0
  const url = `/learning/attempts/${attempt?.id}/questions/${n}`
  expect((await app.inject({ method: 'POST', url, headers, payload: 'choice=1' })).statusCode).toBe(303)
  expect(counted.queries).toBe(4)
  await app.close()
})
