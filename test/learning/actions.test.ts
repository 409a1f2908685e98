import { afterEach, beforeEach, expect, test } from 'vitest'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { certificatesOf } from '#certificates/store.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { answersOf, getOwnAttempt } from '#learning/attempt-store.ts'
import { recordReading } from '#learning/record-reading.ts'
import { saveAnswer } from '#learning/save-answer.ts'
import { startAttempt } from '#learning/start-attempt.ts'
import { enrolmentsOf, factsOf } from '#learning/store.ts'
import { submitAttempt } from '#learning/submit-attempt.ts'
import { takeStep } from '#learning/take-step.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { auditOf, begin, finish, passCourse, passModule, read, study, tryQuiz } from './run.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
})
afterEach(() => house.close())

const police = { courseId: 'grundkursus', moduleId: 'police' }

test('reading starts one enrolment and is written down once', async () => {
  await read(house, cast.ines, 'police', 'why')
  await read(house, cast.ines, 'police', 'why')
  const [enrolment, ...more] = await enrolmentsOf(house.db, cast.ines)
  expect(more).toEqual([])
  expect((await factsOf(house.db, enrolment?.id ?? '')).readings).toHaveLength(1)
  expect(await auditOf(house, cast.ines, 'page.read')).toHaveLength(1)
})

test('a page, step or choice that is not there is not found, and nothing is begun', async () => {
  const asInes = <T>(task: Parameters<typeof house.as<T>>[1]) => house.as(cast.ines, task)
  await expect(asInes((work) => recordReading(work, { ...police, pageId: 'quiz' }))).rejects.toThrow('page')
  await expect(asInes((work) => takeStep(work, { ...police, stepId: 'calm', choice: 0 }))).rejects.toThrow(
    'not reached',
  )
  await expect(asInes((work) => takeStep(work, { ...police, stepId: 'start', choice: 2 }))).rejects.toThrow('choice')
  expect(await enrolmentsOf(house.db, cast.ines)).toEqual([])
})

test('no attempt starts before the pages are read and the situation is ended', async () => {
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  await read(house, cast.ines, 'police', 'why')
  await read(house, cast.ines, 'police', 'how')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  await house.as(cast.ines, (work) => takeStep(work, { ...police, stepId: 'start', choice: 1 }))
  expect(await begin(house, cast.ines, 'police')).not.toBeNull()
})

test('starting again returns to the open attempt with the same questions', async () => {
  await study(house, cast.ines, 'police')
  const first = await begin(house, cast.ines, 'police')
  const again = await begin(house, cast.ines, 'police')
  expect(again?.id).toBe(first?.id)
  expect(again?.asked).toEqual(first?.asked)
})

test('handing in twice changes nothing, and no answer is kept afterwards', async () => {
  await study(house, cast.ines, 'police')
  const attempt = await tryQuiz(house, cast.ines, 'police', { right: true })
  house.at('2026-11-22T13:00:00Z')
  expect(await house.as(cast.ines, (work) => submitAttempt(work, attempt.id))).toBe('already')
  const wrong = { questionId: 'call', choice: ['3'] }
  expect(await house.as(cast.ines, (work) => saveAnswer(work, attempt, wrong))).toBe(false)
  expect(await house.as(cast.ines, (work) => saveAnswer(work, attempt, { ...wrong, choice: null }))).toBe(false)

  const kept = await getOwnAttempt(house.db, cast.ines, attempt.id)
  expect(kept).toMatchObject({ rightCount: 5, submittedAt: '2026-11-22T12:00:00.000Z' })
  expect((await answersOf(house.db, attempt.id)).get('call')?.choice).toEqual(['1'])
  expect(await auditOf(house, cast.ines, 'attempt.submitted')).toHaveLength(1)
})

test('another person can neither answer nor hand in, whatever her role', async () => {
  await study(house, cast.ines, 'police')
  const attempt = await begin(house, cast.ines, 'police')
  if (!attempt) throw new Error('not begun')
  for (const stranger of [cast.noor, cast.marco, cast.olga]) {
    await expect(house.as(stranger, (work) => submitAttempt(work, attempt.id))).rejects.toThrow('attempt')
    const answer = { questionId: 'call', choice: ['1'] }
    await expect(house.as(stranger, (work) => saveAnswer(work, attempt, answer))).rejects.toThrow('attempt')
  }
  const other = { questionId: 'not-drawn', choice: ['1'] }
  await expect(house.as(cast.ines, (work) => saveAnswer(work, attempt, other))).rejects.toThrow('question')
})

test('three failures bring an hour of pause and the pages once more; then there are three attempts again', async () => {
  await study(house, cast.ines, 'police')
  for (let n = 1; n <= 3; n++) await tryQuiz(house, cast.ines, 'police', { right: false })
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  house.at('2026-11-22T13:00:01Z')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  await read(house, cast.ines, 'police', 'why')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  await read(house, cast.ines, 'police', 'how')
  for (let n = 4; n <= 6; n++) await tryQuiz(house, cast.ines, 'police', { right: false })
  expect(await begin(house, cast.ines, 'police')).toBeNull()
})

test('the pages may be read during the pause, but the pause is kept', async () => {
  await study(house, cast.ines, 'police')
  for (let n = 1; n <= 3; n++) await tryQuiz(house, cast.ines, 'police', { right: false })
  house.at('2026-11-22T12:30:00Z')
  for (const page of ['why', 'how']) await read(house, cast.ines, 'police', page)
  house.at('2026-11-22T12:59:59Z')
  expect(await begin(house, cast.ines, 'police')).toBeNull()
  house.at('2026-11-22T13:00:00Z')
  expect(await begin(house, cast.ines, 'police')).toMatchObject({ number: 4 })
})

test('an enrolment keeps the text it was started on when a newer one is published', async () => {
  await study(house, cast.ines, 'police')
  const attempt = await begin(house, cast.ines, 'police')
  const first = tinyCourse.modules[0] as (typeof tinyCourse.modules)[number]
  const shorter = { ...tinyCourse, modules: [{ ...first, questions: first.questions.slice(0, 2) }] }
  const newer = await house.as(clockwork, (work) => publishRevision(work, shorter))
  if (!attempt) throw new Error('not begun')
  await finish(house, cast.ines, attempt, { right: true })
  await passModule(house, cast.ines, 'aid')

  const [certificate] = await certificatesOf(house.db, cast.ines)
  expect(certificate?.revisionId).toBe(cast.revision)
  await read(house, cast.noor, 'police', 'why')
  expect((await enrolmentsOf(house.db, cast.noor))[0]?.revisionId).toBe(newer.id)
})

test('the last module passed issues one certificate, in the same instant', async () => {
  await passModule(house, cast.ines, 'aid')
  expect(await certificatesOf(house.db, cast.ines)).toEqual([])
  await passModule(house, cast.ines, 'police')
  expect(await certificatesOf(house.db, cast.ines)).toMatchObject([{ issuedAt: '2026-11-22T12:00:00.000Z' }])
  const [enrolment] = await enrolmentsOf(house.db, cast.ines)
  expect(enrolment?.completedAt).toBe('2026-11-22T12:00:00.000Z')
})

test('a renewal opens 60 days before the last day, is a new enrolment, and counts from the old last day', async () => {
  await passCourse(house, cast.ines)
  house.at('2028-09-22T12:00:00Z')
  await read(house, cast.ines, 'police', 'why')
  expect(await enrolmentsOf(house.db, cast.ines)).toHaveLength(1)
  house.at('2028-09-23T12:00:00Z')
  await passCourse(house, cast.ines)
  const days = (await certificatesOf(house.db, cast.ines)).map((one) => one.lastOn)
  expect(days).toEqual(['2030-11-22', '2028-11-22'])
  expect(await enrolmentsOf(house.db, cast.ines)).toHaveLength(2)
})

test('a revoked certificate lets the course be taken again', async () => {
  await passCourse(house, cast.ines)
  const [certificate] = await certificatesOf(house.db, cast.ines)
  const number = certificate?.number ?? ''
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'other' }))
  await read(house, cast.ines, 'police', 'why')
  expect(await enrolmentsOf(house.db, cast.ines)).toHaveLength(2)
})

test('every answer has its line in the audit, without what was answered', async () => {
  await study(house, cast.ines, 'police')
  const attempt = await begin(house, cast.ines, 'police')
  if (!attempt) throw new Error('not begun')
  await finish(house, cast.ines, attempt, { right: true })
  const lines = await auditOf(house, cast.ines, 'answer.saved')
  expect(lines.map((line) => JSON.parse(line.particulars))).toEqual(attempt.asked.map(({ id }) => ({ question: id })))
})

test('starting does not draw with a fixed hand: another house asks in another order', async () => {
  const orders = await Promise.all(
    [1, 2, 3, 4].map(async (seed) => {
      const other = await openTestHouse({ seed })
      const { ines } = await settleCast(other)
      await study(other, ines, 'police')
      const { chance } = other
      const started = await other.as(ines, (work) => startAttempt(work, { ...police, chance }))
      if (!('attemptId' in started)) throw new Error('not begun')
      const { asked } = await getOwnAttempt(other.db, ines, started.attemptId)
      await other.close()
      return asked.map(({ id }) => id).join()
    }),
  )
  expect(new Set(orders).size).toBeGreaterThan(1)
})
