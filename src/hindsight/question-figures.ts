import type { QuestionDocument } from '#courses/course.ts'
import type { Choice } from '#learning/answer.ts'
import { isRight } from '#learning/marking.ts'

/** A wrong answer that can be told: an option by its place, a whole order, one wrong pair by its places, a number on one side of the right one. */
export type WrongAnswer =
  | { kind: 'option'; place: number }
  | { kind: 'order'; choice: Choice }
  | { kind: 'pair'; left: number; right: number }
  | { kind: 'below' | 'above' }

export interface Taken {
  wrong: WrongAnswer
  people: number
}

/** How a question does. Places are those in the document, from 0. */
export interface QuestionFigures {
  /** People who answered it. */
  answered: number
  right: number
  /** one, several: people by the option they took. Empty for the others. */
  options: readonly number[]
  /** Wrong answers that were given, most taken first. */
  wrong: readonly Taken[]
}

/** `given`: people by their answer as it is kept. */
export function questionFigures(question: QuestionDocument, given: ReadonlyMap<string, number>): QuestionFigures {
  const answers = [...given].map(([text, people]) => ({ choice: JSON.parse(text) as Choice, people }))
  const wrong = answers.filter(({ choice }) => !isRight(question, choice))
  const answered = sumOf(answers)
  return {
    answered,
    right: answered - sumOf(wrong),
    options: optionsTaken(question, answers),
    wrong: wrongTaken(question, wrong),
  }
}

interface Given {
  choice: Choice
  people: number
}

const sumOf = (answers: readonly Given[]) => answers.reduce((sum, { people }) => sum + people, 0)

const optionsTaken = (question: QuestionDocument, answers: readonly Given[]): number[] =>
  question.kind === 'one' || question.kind === 'several'
    ? question.options.map((_, place) => sumOf(answers.filter(({ choice }) => choice.includes(String(place + 1)))))
    : []

function wrongTaken(question: QuestionDocument, wrong: readonly Given[]): Taken[] {
  const counts = new Map<string, number>()
  for (const { choice, people } of wrong)
    for (const one of wrongIn(question, choice)) {
      const key = JSON.stringify(one)
      counts.set(key, (counts.get(key) ?? 0) + people)
    }
  const taken = [...counts].map(([key, people]) => ({ wrong: JSON.parse(key) as WrongAnswer, people }))
  return taken.toSorted((a, b) => b.people - a.people)
}

function wrongIn(question: QuestionDocument, choice: Choice): WrongAnswer[] {
  const places = choice.map((place) => Number(place) - 1)
  switch (question.kind) {
    case 'one':
    case 'several':
      return places
        .filter((place) => question.options[place]?.right === false)
        .map((place) => ({ kind: 'option', place }))
    case 'order':
      return [{ kind: 'order', choice }]
    case 'match':
      return places.flatMap((right, left): WrongAnswer[] => (right === left ? [] : [{ kind: 'pair', left, right }]))
    case 'number':
      return [{ kind: Number(choice[0]) < question.answer ? 'below' : 'above' }]
  }
}
