import type { Job } from '#people/job.ts'
import type { Language } from '#web/language.ts'

/** The same text in both languages. Where a name ends in `Html` it is HTML we made from Markdown, safe to show as it is. */
export type InBoth = Readonly<Record<Language, string>>

/** One frozen text of a course, everything a learner needs in it. Stored as JSON in a revision; never changed afterwards. */
export interface CourseDocument {
  id: string
  title: InBoth
  summary: InBoth
  audience: 'all' | readonly Job[]
  /** Courses that should be done before this one, by id. */
  buildsOn: readonly string[]
  /** Calendar months a certificate is valid; 0 = no last day. */
  validityMonths: number
  /** Every local fact the text asks for, with the neutral text shown while a town has not filled it in; `usual`: right in most towns as it is. */
  local: Readonly<Record<string, { label: InBoth; neutral: InBoth; usual?: boolean }>>
  modules: readonly ModuleDocument[]
  /** Pictures by `module/file`. */
  images: Readonly<Record<string, { type: string; base64: string }>>
}

export interface ModuleDocument {
  id: string
  title: InBoth
  summary: InBoth
  /** Reading, situation and quiz together. */
  minutes: number
  objectives: Readonly<Record<Language, readonly string[]>>
  quiz: QuizRule
  theoryOnly: boolean
  sources: Readonly<Record<string, { title: string; url: string | null }>>
  reviewed: readonly { by: string; role: string; on: string }[]
  pages: readonly PageDocument[]
  situation: SituationDocument | null
  /** An exercise the server draws afresh each time, between pages and quiz. */
  exercise: Exercise | null
  questions: readonly QuestionDocument[]
  /** What to do, short enough for a card in a pocket. */
  card: CardDocument | null
}

export const exercises = ['age'] as const
/** `age`: may this guest be served? */
export type Exercise = (typeof exercises)[number]

export interface CardDocument {
  title: InBoth
  /** Local facts stand as `{{lokalt:key}}` in it. */
  html: InBoth
}

export interface QuizRule {
  /** Questions drawn for an attempt. */
  draw: number
  /** Per cent that must be right. */
  pass: number
  /** Failed attempts before a pause. */
  attempts: number
  pauseMinutes: number
}

export interface PageDocument {
  id: string
  title: InBoth
  /** Without the title. Local facts stand as `{{lokalt:key}}` in it. */
  html: InBoth
}

export interface SituationDocument {
  title: InBoth
  introHtml: InBoth
  /** The first is where it starts. */
  steps: readonly StepDocument[]
}

export const outcomes = ['good', 'fair', 'bad'] as const
export type Outcome = (typeof outcomes)[number]

export interface StepDocument {
  id: string
  title: InBoth
  html: InBoth
  choices: readonly { label: InBoth; feedbackHtml: InBoth; to: string }[]
  /** Set on an ending, which has no choices. */
  outcome: Outcome | null
}

interface AnyQuestion {
  id: string
  /** Has to be right to pass. */
  must: boolean
  /** Asks what one does, not what one knows. */
  applied: boolean
  /** The page that teaches it. */
  pageId: string
  sources: readonly string[]
  /** The question itself, plain text. */
  title: InBoth
  /** More text or a picture below it; may be empty. */
  html: InBoth
  explanationHtml: InBoth
}

export interface ChoiceQuestion extends AnyQuestion {
  kind: 'one' | 'several'
  options: readonly { text: InBoth; right: boolean; feedbackHtml: InBoth | null }[]
}

export interface OrderQuestion extends AnyQuestion {
  kind: 'order'
  /** In the right order. */
  items: readonly InBoth[]
}

export interface MatchQuestion extends AnyQuestion {
  kind: 'match'
  pairs: readonly { left: InBoth; right: InBoth }[]
}

export interface NumberQuestion extends AnyQuestion {
  kind: 'number'
  answer: number
  tolerance: number
  unit: InBoth | null
}

export type QuestionDocument = ChoiceQuestion | OrderQuestion | MatchQuestion | NumberQuestion
export type QuestionKind = QuestionDocument['kind']

/** Who brought a text: the folder that comes with the software, or a trainer of the town. */
export type Origin = 'shipped' | 'town'

/** One published text of a course, without the text. */
export interface RevisionLine {
  id: string
  courseId: string
  number: number
  /** SHA-256 of the document: the same text has the same everywhere. */
  sha256: string
  publishedAt: string
  publishedBy: string
  origin: Origin
  /** What the trainer said of it. */
  note: string | null
}

/** One published text of a course. */
export interface Revision extends RevisionLine {
  document: CourseDocument
}
