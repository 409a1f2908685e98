import { type Chance, shuffled } from '#base/chance.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { placesOf } from '#courses/question-for-learner.ts'
import type { AskedQuestion } from './attempt.ts'

/** Draws a quiz: every must-question, the rest of the bank by chance, then the order of all and of what stands under each. */
export function drawQuestions(module: ModuleDocument, chance: Chance): AskedQuestion[] {
  const musts = module.questions.filter((question) => question.must)
  const others = module.questions.filter((question) => !question.must)
  const drawn = shuffled(others, chance).slice(0, Math.max(0, module.quiz.draw - musts.length))
  return shuffled([...musts, ...drawn], chance).map((question) => ({
    id: question.id,
    order: shuffled(placesOf(question), chance),
  }))
}
