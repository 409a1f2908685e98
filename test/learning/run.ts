import { answerExercise } from '#learning/answer-exercise.ts'
import type { Attempt } from '#learning/attempt.ts'
import { getOwnAttempt } from '#learning/attempt-store.ts'
import { keyOf } from '#learning/marking.ts'
import { recordReading } from '#learning/record-reading.ts'
import { type Round, rightVerdicts } from '#learning/round.ts'
import { getOwnRound } from '#learning/round-store.ts'
import { saveAnswer } from '#learning/save-answer.ts'
import { startAttempt } from '#learning/start-attempt.ts'
import { startExercise } from '#learning/start-exercise.ts'
import { submitAttempt } from '#learning/submit-attempt.ts'
import { takeStep } from '#learning/take-step.ts'
import type { TestHouse } from '../support/house.ts'
import { tinyQuestions } from '../support/tiny-course.ts'

const courseId = 'grundkursus'

export const read = (house: TestHouse, personId: string, moduleId: string, pageId: string) =>
  house.as(personId, (work) => recordReading(work, { courseId, moduleId, pageId }))

/** Reads both pages of a module of the tiny course and ends its situation. */
export async function study(house: TestHouse, personId: string, moduleId: string): Promise<void> {
  for (const page of ['why', 'how']) await read(house, personId, moduleId, page)
  await house.as(personId, (work) => takeStep(work, { courseId, moduleId, stepId: 'start', choice: 0 }))
}

/** Starts (or returns to) a round of a module's exercise. */
export async function draw(house: TestHouse, personId: string, moduleId: string): Promise<Round> {
  const { chance } = house
  const roundId = await house.as(personId, (work) => startExercise(work, { courseId, moduleId, chance }))
  return getOwnRound(house.db, personId, { roundId, courseId, moduleId })
}

/** Answers a round right, or all of it wrong. */
export const judge = (house: TestHouse, personId: string, round: Round, { right }: { right: boolean }) => {
  const answers = rightVerdicts(round).map((verdict) => (right === (verdict === 'yes') ? 'yes' : 'no'))
  const of = { roundId: round.id, courseId, moduleId: round.moduleId, answers }
  return house.as(personId, (work) => answerExercise(work, of))
}

/** Passes a module's exercise. */
export const practise = async (house: TestHouse, personId: string, moduleId: string) =>
  judge(house, personId, await draw(house, personId, moduleId), { right: true })

/** Starts (or returns to) an attempt; null when it may not start. */
export async function begin(house: TestHouse, personId: string, moduleId: string): Promise<Attempt | null> {
  const { chance } = house
  const started = await house.as(personId, (work) => startAttempt(work, { courseId, moduleId, chance }))
  return 'attemptId' in started ? getOwnAttempt(house.db, personId, started.attemptId) : null
}

/** Answers every question right, or none, and hands in. */
export async function finish(house: TestHouse, personId: string, attempt: Attempt, { right }: { right: boolean }) {
  for (const { id } of right ? attempt.asked : []) {
    const question = tinyQuestions.find((one) => one.id === id)
    if (!question) throw new Error(`no question ${id}`)
    await house.as(personId, (work) => saveAnswer(work, attempt, { questionId: id, choice: keyOf(question) }))
  }
  return house.as(personId, (work) => submitAttempt(work, attempt.id))
}

export async function tryQuiz(house: TestHouse, personId: string, moduleId: string, how: { right: boolean }) {
  const attempt = await begin(house, personId, moduleId)
  if (!attempt) throw new Error('the quiz may not start')
  await finish(house, personId, attempt, how)
  return attempt
}

export async function passModule(house: TestHouse, personId: string, moduleId: string): Promise<void> {
  await study(house, personId, moduleId)
  await tryQuiz(house, personId, moduleId, { right: true })
}

export async function passCourse(house: TestHouse, personId: string): Promise<void> {
  for (const moduleId of ['police', 'aid']) await passModule(house, personId, moduleId)
}

export const auditOf = (house: TestHouse, personId: string, action: string) =>
  house.db
    .selectFrom('audit_events')
    .selectAll()
    .where('person_id', '=', personId)
    .where('action', '=', action)
    .orderBy('id')
    .execute()
