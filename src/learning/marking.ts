import type { QuestionDocument } from '#courses/course.ts'
import { placesOf } from '#courses/question-for-learner.ts'
import type { Choice } from './answer.ts'

export interface Mark {
  right: number
  outOf: number
  passed: boolean
  /** Ids of the questions answered right. */
  rightIds: ReadonlySet<string>
  /** Ids of the questions that have to be right and were not. */
  missedMusts: readonly string[]
}

/** Passed when the share of right answers reaches `pass` per cent, in whole numbers (79.6 % is not 80 %), and every must-question is right. */
export function mark(questions: readonly QuestionDocument[], answers: ReadonlyMap<string, Choice>, pass: number): Mark {
  const right = questions.filter((question) => isRight(question, answers.get(question.id)))
  const rightIds = new Set(right.map((question) => question.id))
  const missed = questions.filter((question) => question.must && !rightIds.has(question.id))
  return {
    right: right.length,
    outOf: questions.length,
    passed: questions.length > 0 && right.length * 100 >= pass * questions.length && missed.length === 0,
    rightIds,
    missedMusts: missed.map((question) => question.id),
  }
}

/** All that is right chosen and nothing else; the right order; the right partner for each; a number no further off than allowed. */
export function isRight(question: QuestionDocument, choice: Choice | undefined): boolean {
  if (!choice) return false
  if (question.kind === 'number') return isNear(choice, question)
  const key = keyOf(question)
  return choice.length === key.length && key.every((place, index) => choice[index] === place)
}

/** The right answer as it would be kept. Never leaves the server before an attempt is handed in. */
export function keyOf(question: QuestionDocument): Choice {
  if (question.kind === 'number') return [String(question.answer)]
  if (question.kind === 'order' || question.kind === 'match') return placesOf(question)
  return question.options.flatMap((option, index) => (option.right ? [String(index + 1)] : []))
}

/** Decimal numbers are not exact in a computer: 0.3 is as near to 0.1 + 0.2 as it gets. */
const roundingError = 1e-9

const isNear = (choice: Choice, { answer, tolerance }: { answer: number; tolerance: number }) =>
  choice.length === 1 && Math.abs(Number(choice[0]) - answer) <= tolerance + roundingError

/** How many of `count` questions have to be right for `pass` per cent. */
export const rightNeeded = (count: number, pass: number): number => Math.ceil((pass * count) / 100)
