import type { ModuleDocument, Outcome, PageDocument, StepDocument } from '#courses/course.ts'
import { byConcern, concernOf, type Judged } from './concern.ts'
import { questionFigures } from './question-figures.ts'
import type { EndingFigures, PageFigures, StepFigures } from './reading-concern.ts'
import { pageKey, questionKey, situationKey, stepKey } from './same-text.ts'
import type { Tally } from './tally.ts'

/** How all of a module does. */
export interface JudgedModule {
  module: ModuleDocument
  /** What needs looking at first. */
  questions: readonly Judged[]
  /** In the order of reading. */
  pages: readonly { page: PageDocument; figures: PageFigures }[]
  /** Steps with choices. */
  steps: readonly { step: StepDocument; ways: StepFigures }[]
  /** Null without a situation. */
  endings: EndingFigures | null
}

export function judgeModule(module: ModuleDocument, tally: Tally): JudgedModule {
  const { id } = module
  const questions = module.questions.map((question) => {
    const figures = questionFigures(question, tally.answers.get(questionKey(id, question.id)) ?? new Map())
    return { question, figures, concern: concernOf(question, figures) }
  })
  const scenes = module.situation?.steps.filter((step) => step.choices.length > 0) ?? []
  const ended = tally.endings.get(situationKey(id))
  const endings = (outcome: Outcome) => ended?.get(outcome) ?? 0
  return {
    module,
    questions: questions.toSorted(byConcern),
    pages: module.pages.map((page) => ({ page, figures: tally.pages.get(pageKey(id, page.id)) ?? { read: 0, on: 0 } })),
    steps: scenes.map((step) => {
      const chosen = tally.ways.get(stepKey(id, step.id))
      return { step, ways: step.choices.map((_, place) => chosen?.get(place) ?? 0) }
    }),
    endings: module.situation && { good: endings('good'), fair: endings('fair'), bad: endings('bad') },
  }
}
