/** One run of one person through one revision. A renewal is a new one. */
export interface EnrolmentsTable {
  id: string
  person_id: string
  course_id: string
  revision_id: string
  started_at: string
  completed_at: string | null
  /** A short renewal: the enrolment whose certificate it keeps up to date; null for a whole course. */
  renews: string | null
  /** JSON: the pages of a short renewal, `[module, page]`; null for a whole course. */
  pages: string | null
}

/** A page that was read, once a round: after every third failed attempt the pages are read once more, which is a new round. */
export interface PageReadingsTable {
  enrolment_id: string
  module_id: string
  page_id: string
  /** 0 the first time through, 1 after the first pause … */
  round: number
  read_at: string
}

/** One choice in a situation. `ending` is set when the choice led to an ending. */
export interface SituationStepsTable {
  id: string
  enrolment_id: string
  module_id: string
  step_id: string
  /** Place of the choice in the step, from 0. */
  choice: number
  next_step_id: string
  /** `good`, `fair` or `bad` when the next step is an ending. */
  ending: string | null
  taken_at: string
}

/** One round of a module's exercise: written when it starts, with what was drawn for it pinned. */
export interface ExerciseRoundsTable {
  id: string
  enrolment_id: string
  module_id: string
  /** The civil day it was drawn for, which its answers are judged by. */
  drawn_on: string
  /** JSON: Guest[], see exercises/guests.ts. */
  guests: string
  started_at: string
  /** JSON: an answer for each guest, see learning/round.ts; null until answered, and again when erased. */
  answers: string | null
  answered_at: string | null
  /** How many were right; null until answered. */
  right_count: number | null
  passed_at: string | null
}

/** One try at one module's quiz: written when it starts, with its questions and their order pinned. */
export interface AttemptsTable {
  id: string
  enrolment_id: string
  person_id: string
  module_id: string
  /** 1, 2, 3 … per enrolment and module. */
  number: number
  /** JSON: AskedQuestion[] — question ids in order, each with the order of its options. */
  asked: string
  started_at: string
  submitted_at: string | null
  /** How many were right, of how many; null until handed in. */
  right_count: number | null
  question_count: number
  passed_at: string | null
}

export interface AnswersTable {
  attempt_id: string
  question_id: string
  /** JSON: the choice, see learning/answer.ts. */
  choice: string
  answered_at: string
}

export interface LearningTables {
  enrolments: EnrolmentsTable
  page_readings: PageReadingsTable
  situation_steps: SituationStepsTable
  exercise_rounds: ExerciseRoundsTable
  attempts: AttemptsTable
  answers: AnswersTable
}
