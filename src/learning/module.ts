import { found } from '#base/refusal.ts'
import type { CourseDocument, ModuleDocument, QuestionDocument, StepDocument } from '#courses/course.ts'
import type { AskedQuestion } from './attempt.ts'

/** A module of a course by its id. Refuses: not-found. */
export const moduleIn = (course: CourseDocument, moduleId: string): ModuleDocument =>
  found(
    course.modules.find((module) => module.id === moduleId),
    'module',
  )

/** A step of a module's situation by its id. Refuses: not-found. */
export const stepIn = (module: ModuleDocument, stepId: string): StepDocument =>
  found(
    module.situation?.steps.find((step) => step.id === stepId),
    'step',
  )

/** The questions of an attempt in its order. Refuses: not-found, which a kept revision never causes. */
export const questionsAsked = (module: ModuleDocument, asked: readonly AskedQuestion[]): QuestionDocument[] =>
  asked.map(({ id }) =>
    found(
      module.questions.find((question) => question.id === id),
      'question',
    ),
  )
