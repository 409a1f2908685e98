import type { QuestionKind } from '#courses/course.ts'
import { type FormAnswer, type FormQuestion, isTicked, noAnswer } from './form-question.ts'
import { flatText, tidyText } from './tidy-text.ts'

/** Fewer answers could not be told from none at all. */
const leastAnswers = 2

/** A question as a text can hold it, however it was typed: the same meaning, and no sign in it that would be more than a sign. */
export function tidyQuestion(question: FormQuestion): FormQuestion {
  const { kind } = question
  const isNumber = kind === 'number'
  return {
    ...question,
    pageId: tidyValue(question.pageId),
    sources: [...new Set(question.sources.map((source) => tidyValue(source).replaceAll(/\s/g, '')))].filter(Boolean),
    answer: isNumber ? tidyValue(question.answer) : '',
    tolerance: isNumber ? tidyValue(question.tolerance) : '',
    unit: isNumber ? tidyValue(question.unit) : '',
    title: tidyLine(question.title),
    text: flatText(question.text),
    answers: isNumber ? [] : padded(question.answers).map((answer) => tidyAnswer(answer, kind)),
    explanation: tidyText(question.explanation),
  }
}

const padded = (answers: readonly FormAnswer[]): FormAnswer[] =>
  Array.from({ length: Math.max(leastAnswers, answers.length) }, (_, at) => answers[at] ?? noAnswer)

function tidyAnswer({ text, match, right, feedback }: FormAnswer, kind: QuestionKind): FormAnswer {
  const isMatch = kind === 'match'
  return {
    text: isMatch ? tidySide(text) : tidyLine(text),
    match: isMatch ? tidySide(match) : '',
    right: isTicked(kind) && right,
    feedback: isTicked(kind) ? tidyText(feedback) : '',
  }
}

/** One line without control signs or outer space, letters composed. */
export const tidyLine = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** An arrow stands between the sides of a pair; inside a side it is another arrow. */
const tidySide = (text: string) => tidyLine(text).replaceAll(/->|→/g, '⇒')

/** The braces and the quotation marks that hold a value cannot be in it. */
const tidyValue = (text: string) => tidyLine(text.replaceAll(/["{}]/g, ' '))
