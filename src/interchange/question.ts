import type { Notice, Reason } from './reason.ts'

/** Kinds a question from elsewhere can have; no format we read knows our `order`. */
export type ReadKind = 'one' | 'several' | 'match' | 'number'

export interface ReadOption {
  /** Plain text. match: the left side, empty when `match` belongs to nothing. number: the number. */
  text: string
  right: boolean
  /** Markdown. */
  feedback: string | null
  /** match: the right side, plain text. */
  match?: string
}

export interface ReadNumber {
  answer: number
  tolerance: number
  unit: string | null
}

/** What a comment says of a question: `// [id:kf-01] [tag:dør]`, and what only we write there. */
export interface Particulars {
  id: string | null
  tags: readonly string[]
  pageId: string | null
  sources: readonly string[]
  unit: string | null
}

export interface TakenQuestion extends Particulars {
  /** Where its text begins, from 1. */
  line: number
  /** Its name, or the question as plain text when it has none. */
  title: string
  kind: ReadKind
  /** Markdown: paragraphs, boxes and tables, never a list, a heading or a quotation, which mean something in a quiz. */
  stem: string
  options: readonly ReadOption[]
  number: ReadNumber | null
  /** Markdown. */
  explanation: string | null
  category: string | null
  notices: readonly Notice[]
}

export interface RefusedQuestion extends Reason {
  line: number
}

export type ReadQuestion = TakenQuestion | RefusedQuestion

export const isTaken = (question: ReadQuestion): question is TakenQuestion => !('refused' in question)

/** What a kind of question gives: its answers and what is to be said of them. */
export interface Answers {
  kind: ReadKind
  options: readonly ReadOption[]
  number: ReadNumber | null
}

export const mostOptions = 50
export const noParticulars: Particulars = { id: null, tags: [], pageId: null, sources: [], unit: null }
