import { afterEach, beforeEach, expect, test } from 'vitest'
import { getRevision } from '#courses/store.ts'
import { answerExercise } from '#learning/answer-exercise.ts'
import { findModuleProgress } from '#learning/find-progress.ts'
import { moduleIn } from '#learning/module.ts'
import { courseProgress, moduleProgress, nextOf, noFacts } from '#learning/progress.ts'
import { getOwnRound } from '#learning/round-store.ts'
import { startExercise } from '#learning/start-exercise.ts'
import { enrolmentsOf, factsOf } from '#learning/store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { auditOf, begin, draw, judge, passModule, practise, read, study, tryQuiz } from './run.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house, exerciseCourse)
})
afterEach(() => house.close())

const of = { courseId: 'grundkursus', moduleId: 'police' }
const rounds = () => house.db.selectFrom('exercise_rounds').selectAll().orderBy('id').execute()

test('the quiz does not start before a round is all right', async () => {
  await study(house, cast.ines, 'police')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  const first = await draw(house, cast.ines, 'police')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  expect(await judge(house, cast.ines, first, { right: false })).toBe('failed')
  expect(await begin(house, cast.ines, 'police')).toBeNull()

  const second = await draw(house, cast.ines, 'police')
  expect(second.guests).not.toEqual(first.guests)
  expect(await judge(house, cast.ines, second, { right: true })).toBe('passed')
  expect(await begin(house, cast.ines, 'police')).not.toBeNull()
})

test('one mistake is enough to draw again, and there is no limit', async () => {
  for (let n = 0; n < 12; n++) {
    const round = await draw(house, cast.ines, 'police')
    await judge(house, cast.ines, round, { right: false })
  }
  const round = await draw(house, cast.ines, 'police')
  const answers = ['yes', 'no'] as const
  const eight = Array.from({ length: 8 }, (_, place) => answers[place % 2] as 'yes' | 'no')
  const answered = await house.as(cast.ines, (work) =>
    answerExercise(work, { ...of, roundId: round.id, answers: eight }),
  )
  expect(answered).toBe('failed')
  expect((await rounds()).map((row) => row.right_count)).toEqual([...Array(12).fill(0), expect.any(Number)])
  expect((await rounds()).map((row) => row.passed_at)).toEqual(Array(13).fill(null))
})

test('starting again on the same day returns to the open round; on the next day there are new guests', async () => {
  const first = await draw(house, cast.ines, 'police')
  expect((await draw(house, cast.ines, 'police')).id).toBe(first.id)
  house.at('2026-11-22T23:10:00Z')
  const second = await draw(house, cast.ines, 'police')
  expect([first.drawnOn, second.drawnOn]).toEqual(['2026-11-22', '2026-11-23'])
  expect(second.id).not.toBe(first.id)
})

test('a round that is open over midnight is judged by the day that stands on it', async () => {
  house.at('2026-11-22T22:58:00Z')
  const round = await draw(house, cast.ines, 'police')
  const tomorrow = round.guests.findIndex((guest) => guest.bornOn === '2008-11-23')
  house.at('2026-11-22T23:03:00Z')
  expect(await judge(house, cast.ines, round, { right: true })).toBe('passed')
  const [row] = await rounds()
  expect(JSON.parse(row?.answers ?? '')[tomorrow]).toBe('no')
})

test('on New Year’s Eve ten past midnight the guests are drawn for the new year', async () => {
  house.at('2026-12-31T23:10:00Z')
  const { drawnOn, guests } = await draw(house, cast.ines, 'police')
  expect(drawnOn).toBe('2027-01-01')
  expect(guests.map((guest) => guest.bornOn)).toEqual(
    expect.arrayContaining(['2009-01-01', '2009-01-02', '2010-01-01']),
  )
})

test('answering twice changes nothing', async () => {
  const round = await draw(house, cast.ines, 'police')
  await judge(house, cast.ines, round, { right: false })
  const before = await rounds()
  house.at('2026-11-22T13:00:00Z')
  expect(await judge(house, cast.ines, round, { right: true })).toBe('already')
  expect(await rounds()).toEqual(before)
  expect(await auditOf(house, cast.ines, 'exercise.answered')).toHaveLength(1)
})

test('another’s round is not found, whatever the role, nor under the name of another module', async () => {
  const { id: roundId } = await draw(house, cast.ines, 'police')
  for (const person of [cast.noor, cast.marco, cast.olga, cast.ada, cast.pernille]) {
    await expect(getOwnRound(house.db, person, { ...of, roundId })).rejects.toThrow('round')
    const answer = house.as(person, (work) => answerExercise(work, { ...of, roundId, answers: [] }))
    await expect(answer).rejects.toThrow('round')
  }
  await expect(getOwnRound(house.db, cast.ines, { ...of, moduleId: 'aid', roundId })).rejects.toThrow('round')
  expect((await rounds()).map((row) => row.answered_at)).toEqual([null])
})

test('a module without an exercise has no round, and nothing is begun', async () => {
  const { chance } = house
  const start = house.as(cast.ines, (work) => startExercise(work, { ...of, moduleId: 'aid', chance }))
  await expect(start).rejects.toThrow('exercise')
  expect(await enrolmentsOf(house.db, cast.ines)).toEqual([])
})

test('what is written down says who, which module and how many were right, and no date of birth', async () => {
  const round = await draw(house, cast.ines, 'police')
  await judge(house, cast.ines, round, { right: true })
  const [started] = await auditOf(house, cast.ines, 'exercise.started')
  const [answered] = await auditOf(house, cast.ines, 'exercise.answered')
  expect(started).toMatchObject({ subject: round.id, particulars: JSON.stringify({ module: 'police' }) })
  const particulars = JSON.stringify({ module: 'police', right: 8, outOf: 8 })
  expect(answered).toMatchObject({ subject: round.id, person_id: cast.ines, particulars })
})

test('an exercise counts as much as a situation, and stands between it and the quiz', () => {
  const module = moduleIn(exerciseCourse, 'police')
  const at = '2026-11-22T12:00:00.000Z'
  const readings = ['why', 'how'].map((pageId) => ({ moduleId: 'police', pageId, round: 0 }))
  const read = { ...noFacts, readings }
  const steps = [noFacts, read, { ...read, ended: ['police'] }, { ...read, ended: ['police'], exercised: ['police'] }]
  const standing = steps.map((facts) => moduleProgress(module, facts, at))
  expect(standing.map((one) => nextOf(one)?.kind)).toEqual(['page', 'situation', 'exercise', 'quiz'])
  expect(standing.map(({ share }) => Math.round(share * 7))).toEqual([0, 2, 3, 4])
  expect(standing.map(({ minutesLeft }) => minutesLeft)).toEqual([10, 8, 6, 5])
  expect(standing.map(({ exercise }) => exercise)).toEqual(['to-do', 'to-do', 'to-do', 'passed'])
  expect(courseProgress(exerciseCourse, noFacts, at).modules[1]?.exercise).toBe('none')
})

test('a passed exercise stays passed: through failed attempts, a pause, and after the course', async () => {
  await study(house, cast.ines, 'police')
  await practise(house, cast.ines, 'police')
  await judge(house, cast.ines, await draw(house, cast.ines, 'police'), { right: false })
  for (let n = 1; n <= 3; n++) await tryQuiz(house, cast.ines, 'police', { right: false })
  for (const page of ['why', 'how']) await read(house, cast.ines, 'police', page)
  house.at('2026-11-22T13:00:01Z')
  await tryQuiz(house, cast.ines, 'police', { right: true })
  await passModule(house, cast.ines, 'aid')

  const [enrolment] = await enrolmentsOf(house.db, cast.ines)
  if (!enrolment) throw new Error('not enrolled')
  expect(enrolment.completedAt).not.toBeNull()
  const { document } = await getRevision(house.db, enrolment.revisionId)
  const progress = await findModuleProgress(
    house.db,
    moduleIn(document, 'police'),
    enrolment,
    house.clock().toISOString(),
  )
  expect(progress).toMatchObject({ exercise: 'passed', passed: true })
  expect((await factsOf(house.db, enrolment.id)).exercised).toEqual(['police'])
})
