import type { QuestionKind } from '#courses/course.ts'

/** A question of one language as a form holds it. What belongs to another kind of question is empty. */
export interface FormQuestion {
  id: string
  kind: QuestionKind
  must: boolean
  applied: boolean
  /** Empty when none is named, as are `sources`. */
  pageId: string
  sources: readonly string[]
  /** number: as they were typed. */
  answer: string
  tolerance: string
  unit: string
  /** One line of plain text. */
  title: string
  /** Markdown; may be empty. */
  text: string
  answers: readonly FormAnswer[]
  /** Markdown; may be empty. */
  explanation: string
  /** The names in the braces in the order in which they are written. */
  written: readonly Attribute[]
}

/** One answer, thing to be sorted, or pair. */
export interface FormAnswer {
  /** One line of plain text. match: the left side. */
  text: string
  /** match: the right side. */
  match: string
  /** one, several */
  right: boolean
  /** one, several: Markdown; may be empty. */
  feedback: string
}

/** What stands in the braces, in the order that is usual. */
export const attributes = ['#', 'type', 'answer', 'tolerance', 'unit', 'must', 'applied', 'page', 'source'] as const
export type Attribute = (typeof attributes)[number]

export const noAnswer: FormAnswer = { text: '', match: '', right: false, feedback: '' }

/** The kinds whose answers are ticked right or wrong. */
export const isTicked = (kind: QuestionKind) => kind === 'one' || kind === 'several'
