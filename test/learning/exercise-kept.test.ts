import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { gatherData } from '#account/gather-data.ts'
import { handOverEnrolments } from '#learning/hand-over-enrolments.ts'
import { learningMinutes } from '#learning/minutes.ts'
import { enrolmentsOf, factsOf, instantsOf } from '#learning/store.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { draw, judge, practise, read } from './run.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house, exerciseCourse)
})
afterEach(() => house.close())

const rounds = () =>
  house.db.selectFrom('exercise_rounds').select(['answers', 'right_count', 'passed_at']).orderBy('id').execute()

test('the export tells a round: its day, its guests, the answers and what came of it', async () => {
  await practise(house, cast.ines, 'police')
  const { exercise_rounds: told } = await gatherData(house.db, cast.ines, house.clock())
  expect(told).toEqual([expect.objectContaining({ module_id: 'police', drawn_on: '2026-11-22', right_count: 8 })])
  const [round] = told as unknown as [{ guests: object[]; answers: string[] }]
  expect(round.guests[0]).toEqual({ name: expect.any(String), proof: expect.any(String), bornOn: expect.any(String) })
  expect(round.answers).toHaveLength(8)
  expect((await gatherData(house.db, cast.noor, house.clock())).exercise_rounds).toEqual([])
})

test('answers go with the account, that there was a round and how many were right stays', async () => {
  await practise(house, cast.ines, 'police')
  await practise(house, cast.noor, 'police')
  await house.as(cast.ines, (work) => erasePerson(work, cast.ines))
  const at = '2026-11-22T12:00:00.000Z'
  expect(await rounds()).toEqual([
    { answers: null, right_count: 8, passed_at: at },
    { answers: expect.any(String), right_count: 8, passed_at: at },
  ])
})

test('two records of the same person: what was practised on one counts on the other', async () => {
  for (const person of [cast.ines, cast.noor]) await read(house, person, 'police', 'why')
  await practise(house, cast.noor, 'police')
  await draw(house, cast.noor, 'police')
  await draw(house, cast.ines, 'police')
  await house.as(clockwork, (work) => handOverEnrolments(work, { from: cast.noor, to: cast.ines }))
  const [enrolment] = await enrolmentsOf(house.db, cast.ines)
  expect((await factsOf(house.db, enrolment?.id ?? '')).exercised).toEqual(['police'])
})

test('the time over a round is learning time', async () => {
  const round = await draw(house, cast.ines, 'police')
  house.at('2026-11-22T12:04:00Z')
  await judge(house, cast.ines, round, { right: false })
  const [enrolment] = await enrolmentsOf(house.db, cast.ines)
  if (!enrolment) throw new Error('not enrolled')
  expect(learningMinutes(await instantsOf(house.db, enrolment))).toBe(4)
})
