import type { QuestionKind } from '#courses/course.ts'
import { answerCount } from '#courses/question-answers.ts'
import { noTwinAnswer, type TwinAnswer, type TwinQuestion } from './twin-question.ts'

/** What a button of the form asks for. `next`: saved, and on to another question. `at`: which answer, from 0. */
export type Act = { kind: 'save' | 'next' | 'more' } | { kind: 'remove' | 'up' | 'down'; at: number }

/** A form takes more answers than a question may have, so that what a text holds is never cut off. */
export const mostRows = 16

/** The most answers a question of a kind may have. */
export const mostAnswers = (kind: QuestionKind) => (kind === 'number' ? 0 : answerCount[kind][1])

/** A question with its answers as a button wants them. Saving drops the rows nothing was written in; every other button keeps them. */
export function withRows(question: TwinQuestion, act: Act): TwinQuestion {
  return { ...question, answers: rowsAfter(question.answers, act) }
}

function rowsAfter(rows: readonly TwinAnswer[], act: Act): readonly TwinAnswer[] {
  switch (act.kind) {
    case 'save':
    case 'next':
      return rows.filter((row) => !isEmpty(row))
    case 'more':
      return rows.length < mostRows ? [...rows, noTwinAnswer] : rows
    case 'remove':
      return rows.toSpliced(act.at, 1)
    case 'up':
      return swapped(rows, act.at - 1)
    case 'down':
      return swapped(rows, act.at)
  }
}

const isEmpty = ({ text, match, feedback }: TwinAnswer) =>
  [text, match, feedback].every(({ da, en }) => da.trim() === '' && en.trim() === '')

function swapped(rows: readonly TwinAnswer[], at: number): readonly TwinAnswer[] {
  const [one, other] = [rows[at], rows[at + 1]]
  return one && other && at >= 0 ? rows.toSpliced(at, 2, other, one) : rows
}

/** The answer that a button leaves one at; `rows`: how many there were. */
export function rowAfter(act: Act, rows: number): number | null {
  switch (act.kind) {
    case 'save':
    case 'next':
      return null
    case 'more':
      return rows
    case 'remove':
      return Math.max(0, act.at - 1)
    case 'up':
      return Math.max(0, act.at - 1)
    case 'down':
      return Math.min(rows - 1, act.at + 1)
  }
}
