import { seededChance } from '#base/chance.ts'
import type { CourseDocument, QuestionDocument } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { findPublished } from '#courses/store.ts'
import { findTally } from '#hindsight/find-tally.ts'
import { type JudgedModule, judgeModule } from '#hindsight/judged-module.ts'
import type { Choice } from '#learning/answer.ts'
import { getOwnAttempt } from '#learning/attempt-store.ts'
import { keyOf } from '#learning/marking.ts'
import { recordReading } from '#learning/record-reading.ts'
import { saveAnswer } from '#learning/save-answer.ts'
import { startAttempt } from '#learning/start-attempt.ts'
import { submitAttempt } from '#learning/submit-attempt.ts'
import { takeStep } from '#learning/take-step.ts'
import { addPerson } from '#people/add-person.ts'
import { type Actor, clockwork } from '#policy.ts'
import type { TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const courseId = 'grundkursus'
const moduleId = 'police'

/** People who do no more than learn. */
export async function someLearners(house: TestHouse, count: number, from = 1): Promise<Actor[]> {
  const people: Actor[] = []
  for (let n = from; n < from + count; n++) {
    const of = { name: `Elev Nummer ${n}`, login: `elev${n}@example.dk`, passwordHash: 'none', language: 'da' as const }
    const personId = await house.as(clockwork, (work) => addPerson(work, of))
    people.push({ personId, roles: [], manages: [] })
  }
  return people
}

/** What somebody answers otherwise than right, by question; null: left open. */
export type Answers = Readonly<Record<string, Choice | null>>

export const readPage = (house: TestHouse, who: Actor, pageId: string) =>
  house.as(who, (work) => recordReading(work, { courseId, moduleId, pageId }))

/** Chooses on the first scene of the situation: 0 ends well, 1 badly. */
export const choose = (house: TestHouse, who: Actor, choice: number) =>
  house.as(who, (work) => takeStep(work, { courseId, moduleId, stepId: 'start', choice }))

/** Goes through the first module of the tiny course and hands its quiz in. */
export async function study(house: TestHouse, who: Actor, answers: Answers = {}): Promise<void> {
  for (const page of ['why', 'how']) await readPage(house, who, page)
  await choose(house, who, 0)
  await tryQuiz(house, who, answers)
}

export async function tryQuiz(house: TestHouse, who: Actor, answers: Answers = {}): Promise<void> {
  const published = await findPublished(house.db, courseId)
  const questions = published?.document.modules[0]?.questions as readonly QuestionDocument[]
  await house.as(who, async (work) => {
    const started = await startAttempt(work, { courseId, moduleId, chance: seededChance(1) })
    if (!('attemptId' in started)) throw new Error('the quiz may not start')
    const attempt = await getOwnAttempt(work.db, who.personId, started.attemptId)
    for (const question of questions) {
      const choice = answers[question.id] === undefined ? keyOf(question) : (answers[question.id] ?? null)
      if (choice) await saveAnswer(work, attempt, { questionId: question.id, choice })
    }
    await submitAttempt(work, attempt.id)
  })
}

/** How the first module does on the day the clock shows. */
export async function judged(house: TestHouse): Promise<JudgedModule> {
  const published = await findPublished(house.db, courseId)
  const module = published?.document.modules[0]
  if (!published || !module) throw new Error('nothing is published')
  return judgeModule(module, await findTally(house.db, published, { moduleId, now: house.clock() }))
}

export function of({ questions }: JudgedModule, id: string) {
  const found = questions.find(({ question }) => question.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

/** The tiny course with one question of its first module changed. */
export const withQuestion = (id: string, change: (question: QuestionDocument) => QuestionDocument): CourseDocument => ({
  ...tinyCourse,
  modules: tinyCourse.modules.map((module) =>
    module.id === moduleId
      ? { ...module, questions: module.questions.map((one) => (one.id === id ? change(one) : one)) }
      : module,
  ),
})

export const publish = (house: TestHouse, course: CourseDocument) =>
  house.as(clockwork, (work) => publishRevision(work, course))
