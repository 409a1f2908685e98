import type { ChoiceQuestion, QuestionDocument } from '#courses/course.ts'
import { type Language, languages } from '#web/language.ts'

const oneRight = (questions: readonly QuestionDocument[]) =>
  questions.filter((question): question is ChoiceQuestion => question.kind === 'one')

/** The place of the one option that is longer than all others, from 0; null when the longest are equal. */
export function longestPlace({ options }: ChoiceQuestion, language: Language): number | null {
  const lengths = options.map((option) => option.text[language].length)
  const most = Math.max(...lengths)
  return lengths.filter((length) => length === most).length === 1 ? lengths.indexOf(most) : null
}

/** In how many of the questions with one right answer, from 0 to 1, the right one is the longest: in the language where it is most. */
export function longestShare(questions: readonly QuestionDocument[]): number {
  const asked = oneRight(questions)
  const shares = languages.map((language) => {
    const given = asked.filter((question) => question.options[longestPlace(question, language) ?? -1]?.right)
    return asked.length === 0 ? 0 : given.length / asked.length
  })
  return Math.max(...shares)
}

/** In how many of the questions with one right answer, from 0 to 1, it stands in the place where it stands most often. */
export function placeShare(questions: readonly QuestionDocument[]): number {
  const places = oneRight(questions).map(({ options }) => options.findIndex((option) => option.right))
  const counts = [...new Set(places)].map((place) => places.filter((one) => one === place).length)
  return places.length === 0 ? 0 : Math.max(...counts) / places.length
}

export const countOneRight = (questions: readonly QuestionDocument[]): number => oneRight(questions).length
