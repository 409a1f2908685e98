import type { QuestionKind } from './course.ts'

/** A question as one language tells it; joined with the other language it becomes a QuestionDocument. */
export interface QuestionDraft {
  id: string
  /** Where it begins in its file. */
  line: number
  kind: QuestionKind
  /** So broken that comparing it with the other language says nothing; what is wrong is noted already. */
  unread: boolean
  must: boolean
  applied: boolean
  pageId: string
  sources: readonly string[]
  title: string
  html: string
  explanationHtml: string
  /** one, several; empty for the others. */
  options: readonly OptionDraft[]
  /** order: in the right order. */
  items: readonly string[]
  /** match */
  pairs: readonly PairDraft[]
  /** number */
  number: NumberDraft | null
}

export interface OptionDraft {
  text: string
  right: boolean
  feedbackHtml: string | null
}

export interface PairDraft {
  left: string
  right: string
}

export interface NumberDraft {
  answer: number
  tolerance: number
  unit: string | null
}

export const noAnswers = { options: [], items: [], pairs: [], number: null } as const
