import { expect, test } from 'vitest'
import { type Chance, seededChance, shuffled } from '#base/chance.ts'
import { coursesFolder } from '#config.ts'
import type { ModuleDocument, QuestionDocument } from '#courses/course.ts'
import { placesOf } from '#courses/question-for-learner.ts'
import { readCourses } from '#courses/read-courses.ts'
import type { Choice } from '#learning/answer.ts'
import { drawQuestions } from '#learning/draw.ts'
import { keyOf, mark } from '#learning/marking.ts'
import { longestPlace } from '#proofreading/bank.ts'
import { type Language, languages } from '#web/language.ts'

const { courses } = await readCourses(coursesFolder)
const modules = courses.flatMap((course) => course.modules.map((module) => [course.id, module.id, module] as const))

type Answer = (question: QuestionDocument, chance: Chance) => Choice

/** How many of so many attempts pass when every question drawn is answered in one way. */
function passes(module: ModuleDocument, attempts: number, answer: Answer): number {
  const chance = seededChance(1999)
  const byId = new Map(module.questions.map((question) => [question.id, question]))
  let passed = 0
  for (let n = 0; n < attempts; n++) {
    const questions = drawQuestions(module, chance).map(({ id }) => byId.get(id) as QuestionDocument)
    const answers = new Map(questions.map((question) => [question.id, answer(question, chance)]))
    if (mark(questions, answers, module.quiz.pass).passed) passed++
  }
  return passed
}

const pick = (places: readonly string[], chance: Chance) => [places[chance(places.length)] as string]

/** Ticks at random, but never nothing and never everything; types the number or one of four near it. */
const atRandom: Answer = (question, chance) => {
  const places = placesOf(question)
  if (question.kind === 'one') return pick(places, chance)
  if (question.kind === 'number') return [String(question.answer + chance(5) - 2)]
  if (question.kind !== 'several') return shuffled(places, chance)
  const ticked = places.filter(() => chance(2) === 0)
  return ticked.length === 0 || ticked.length === places.length ? pick(places, chance) : ticked
}

/** Takes the longest answer wherever answers can be compared; the rest right. */
const theLongest =
  (language: Language): Answer =>
  (question) => {
    if (question.kind !== 'one' && question.kind !== 'several') return keyOf(question)
    const lengths = question.options.map((option) => option.text[language].length)
    const place = question.kind === 'one' ? longestPlace(question, language) : null
    return [String((place ?? lengths.indexOf(Math.max(...lengths))) + 1)]
  }

test('whoever knows every answer passes every module', () => {
  expect(modules.length).toBeGreaterThan(10)
  for (const [, , module] of modules) expect(passes(module, 20, keyOf)).toBe(20)
})

test.each(modules)(
  '%s/%s: whoever answers at random passes fewer than one attempt in a thousand',
  (_course, _id, module) => {
    expect(passes(module, 10_000, atRandom)).toBeLessThan(10)
  },
)

test.each(modules)(
  '%s/%s: whoever always takes the longest answer fails, even with the rest right',
  (_course, _id, module) => {
    for (const language of languages) expect(passes(module, 500, theLongest(language))).toBe(0)
  },
)
