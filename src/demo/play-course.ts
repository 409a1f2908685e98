import { createHash } from 'node:crypto'
import type { Chance } from '#base/chance.ts'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { CourseDocument, ModuleDocument, QuestionDocument, SituationDocument } from '#courses/course.ts'
import { findPublished } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { answerExercise } from '#learning/answer-exercise.ts'
import { getOwnAttempt } from '#learning/attempt-store.ts'
import { keyOf } from '#learning/marking.ts'
import { recordReading } from '#learning/record-reading.ts'
import { rightVerdicts } from '#learning/round.ts'
import { getOwnRound } from '#learning/round-store.ts'
import { saveAnswer } from '#learning/save-answer.ts'
import { startAttempt } from '#learning/start-attempt.ts'
import { startExercise } from '#learning/start-exercise.ts'
import { submitAttempt } from '#learning/submit-attempt.ts'
import { takeStep } from '#learning/take-step.ts'

export interface Play {
  courseId: string
  /** How many of the course's modules, from the first. */
  modules: number
  /** Fails the first quiz once before passing it. */
  stumbles: boolean
  chance: Chance
}

/** Plays a learner through a course by the very actions a phone causes, a minute or two apart, from the instant of `work` on. */
export async function playCourse(work: Work, play: Play): Promise<void> {
  const { document } = found(await findPublished(work.db, play.courseId), 'course')
  const steps = clockedWork(work, play.chance)
  for (const [place, module] of document.modules.slice(0, play.modules).entries()) {
    await readModule(steps, document, module, lotsOf(work.actor.personId))
    if (module.exercise) await doExercise(steps, document, module, play.chance)
    if (play.stumbles && place === 0) await tryQuiz(steps, document, module, play.chance, 'wrong')
    await tryQuiz(steps, document, module, play.chance, 'right')
  }
}

/** The same work, one to three minutes later each time it is asked for. */
function clockedWork(work: Work, chance: Chance): () => Work {
  let milliseconds = work.now.getTime()
  return () => {
    milliseconds += (60 + chance(120)) * 1000
    const now = new Date(milliseconds)
    return { ...work, now, at: instantOf(now), today: dayOf(now) }
  }
}

async function readModule(next: () => Work, course: CourseDocument, module: ModuleDocument, lots: Lots): Promise<void> {
  const of = { courseId: course.id, moduleId: module.id }
  for (const page of module.pages) await recordReading(next(), { ...of, pageId: page.id })
  if (!module.situation) return
  let stepId = module.situation.steps[0]?.id as string
  const way = wayBy(lots, module.situation)
  for (const choice of way) stepId = await takeStep(next(), { ...of, stepId, choice })
}

async function doExercise(next: () => Work, course: CourseDocument, module: ModuleDocument, chance: Chance) {
  const of = { courseId: course.id, moduleId: module.id }
  const roundId = await startExercise(next(), { ...of, chance })
  const work = next()
  const round = await getOwnRound(work.db, work.actor.personId, { ...of, roundId })
  await answerExercise(work, { ...of, roundId, answers: rightVerdicts(round) })
}

/** The choices from the start to an ending, as somebody takes them who draws lots at every step; at most as many as there are steps. */
function wayBy(lots: Lots, situation: SituationDocument): number[] {
  const way: number[] = []
  let step = situation.steps[0]
  while (step && !step.outcome && way.length < situation.steps.length) {
    const choice = lots(step.id, step.choices.length)
    const to = step.choices[choice]?.to
    way.push(choice)
    step = situation.steps.find((one) => one.id === to)
  }
  return step?.outcome ? way : wayToEnding(situation)
}

/** One of so many, for somebody and something; the same each time, so that nobody else's luck depends on it. */
type Lots = (of: string, count: number) => number

const lotsOf =
  (personId: string): Lots =>
  (of, count) =>
    createHash('sha256').update(`${personId} ${of}`).digest().readUInt32BE() % count

/** The choices of the shortest way from the start to an ending. */
export function wayToEnding(situation: SituationDocument): number[] {
  const ways: { stepId: string; way: number[] }[] = [{ stepId: situation.steps[0]?.id as string, way: [] }]
  const seen = new Set<string>()
  for (const { stepId, way } of ways) {
    const step = situation.steps.find((one) => one.id === stepId)
    if (!step || seen.has(stepId)) continue
    seen.add(stepId)
    if (step.outcome) return way
    ways.push(...step.choices.map((choice, place) => ({ stepId: choice.to, way: [...way, place] })))
  }
  return []
}

async function tryQuiz(
  next: () => Work,
  course: CourseDocument,
  module: ModuleDocument,
  chance: Chance,
  how: 'right' | 'wrong',
): Promise<void> {
  const started = await startAttempt(next(), { courseId: course.id, moduleId: module.id, chance })
  if (!('attemptId' in started)) throw new Error(`${module.id} could not be tried in ${course.id}`)
  const first = next()
  const attempt = await getOwnAttempt(first.db, first.actor.personId, started.attemptId)
  const asked = attempt.asked.length
  const affordsSlip = (asked - 1) * 100 >= module.quiz.pass * asked
  for (const [place, { id }] of attempt.asked.entries()) {
    const question = module.questions.find((one) => one.id === id) as QuestionDocument
    const slips = how === 'wrong' ? place % 2 === 0 : affordsSlip && !question.must && place === asked - 1
    const wrong = slips ? wrongChoice(question, lotsOf(first.actor.personId)) : null
    if (wrong || !slips) await saveAnswer(next(), attempt, { questionId: id, choice: wrong ?? keyOf(question) })
  }
  await submitAttempt(next(), attempt.id)
}

/** A wrong option, more often the first one than the others; null for a question that has none to tick: it is left out. */
function wrongChoice(question: QuestionDocument, lots: Lots): readonly string[] | null {
  if (question.kind !== 'one') return null
  const wrong = question.options.flatMap(({ right }, index) => (right ? [] : [String(index + 1)]))
  const option = wrong[Math.max(0, lots(question.id, wrong.length + 2) - 2)]
  return option ? [option] : null
}
