import type { Instant } from '#base/dates.ts'
import type { PageRef } from '#certificates/owing.ts'
import type { QuizRule } from '#courses/course.ts'

/** One run of one person through one revision. */
export interface Enrolment {
  id: string
  personId: string
  courseId: string
  revisionId: string
  startedAt: Instant
  completedAt: Instant | null
  /** A short renewal: the enrolment whose certificate it keeps up to date; null for a whole course. */
  renews: string | null
  /** The pages of a short renewal, and the questions on them are all there is in it; null for a whole course. */
  pages: readonly PageRef[] | null
}

export const isShort = ({ renews }: Pick<Enrolment, 'renews'>): boolean => renews !== null

/** A question of an attempt, pinned when it starts. */
export interface AskedQuestion {
  id: string
  /** Places in the document, "1" and up, in the order they are shown (courses/question-for-learner.ts). Empty for a number. */
  order: readonly string[]
}

/** One try at one module's quiz, without its questions: what progress is counted from. */
export interface Try {
  id: string
  moduleId: string
  number: number
  startedAt: Instant
  submittedAt: Instant | null
  passedAt: Instant | null
}

export interface Attempt extends Try {
  enrolmentId: string
  personId: string
  courseId: string
  revisionId: string
  /** As the enrolment's. */
  renews: string | null
  pages: readonly PageRef[] | null
  asked: readonly AskedQuestion[]
  /** Null until handed in. */
  rightCount: number | null
}

/** How a person stands with a module's quiz, whatever else the module asks for. */
export interface Tries {
  passed: Try | null
  open: Try | null
  failed: readonly Try[]
  /** How often the pages have to be read: 0 = once, 1 = once more after the first pause … */
  round: number
  /** Failed attempts that are still allowed before a pause. */
  left: number
  /** Until when there is a pause, when there is one now. */
  pausedUntil: Instant | null
}

/** Judges the attempts of one module against its rule (design.md 10: three failed attempts, an hour's pause, the pages once more). */
export function judgeTries(tries: readonly Try[], rule: QuizRule, now: Instant): Tries {
  const failed = tries.filter((one) => one.submittedAt !== null && one.passedAt === null)
  const round = Math.floor(failed.length / rule.attempts)
  const inRound = failed.length % rule.attempts
  const until = round > 0 && inRound === 0 ? pauseAfter(lastSubmission(failed), rule) : null
  return {
    passed: tries.find((one) => one.passedAt !== null) ?? null,
    open: tries.find((one) => one.submittedAt === null) ?? null,
    failed,
    round,
    left: rule.attempts - inRound,
    pausedUntil: until !== null && now < until ? until : null,
  }
}

const lastSubmission = (tries: readonly Try[]) =>
  tries
    .map((one) => one.submittedAt as Instant)
    .sort()
    .at(-1) as Instant

const pauseAfter = (at: Instant, rule: QuizRule): Instant =>
  new Date(Date.parse(at) + rule.pauseMinutes * 60_000).toISOString()
