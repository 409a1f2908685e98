import type { QuestionDocument } from '#courses/course.ts'
import type { QuestionFigures, Taken } from './question-figures.ts'

/** A figure about fewer people would be about somebody (design.md section 10; coverage/small-figures.ts). */
export const fewest = 5

/** What a trainer may want to do something about, the gravest first. `fine` and `few` ask for nothing. */
export const concernKinds = ['unclear', 'hard', 'misled', 'forgotten', 'idle', 'easy', 'fine', 'few'] as const
export type ConcernKind = (typeof concernKinds)[number]

export type Concern =
  | { kind: 'unclear' | 'misled'; taken: Taken }
  /** `place`: the right option that is left out. */
  | { kind: 'forgotten'; place: number; people: number }
  /** `places`: wrong options next to nobody takes. */
  | { kind: 'idle'; places: readonly number[] }
  | { kind: 'hard' | 'easy' | 'fine' | 'few' }

/** The answer or the page has to be looked at, not just polished. */
export const isGrave = ({ kind }: Concern): boolean => concernKinds.indexOf(kind) <= concernKinds.indexOf('forgotten')
/** It works, and could be better. */
export const isMild = ({ kind }: Concern): boolean => kind === 'idle' || kind === 'easy'

/** One or two of a few people may have slipped. */
const noSlip = 3
/** Where everybody is right four times out of five, as the pass rule wants it, ten in a row are chance once in nine. */
const enoughForEasy = 10
/** From here on 5 % is a whole person. */
const enoughForIdle = 20
/** Wrong answers taken by fewer do no work (Haladyna and Downing 1993; Tarrant, Ware and Mohammed 2009). */
const idleShare = 0.05

/**
 * What its figures say about a question; the first of these that is so:
 * - unclear: more people give one wrong answer than the right one. The classic sign of an ambiguous text or a wrong key in item analysis.
 * - hard: fewer than half are right, each in another way (Moodle's quiz statistics call a facility below 50 % difficult; here 80 % have to be right).
 * - misled: a third give the same wrong answer, as many as would guess it among three.
 * - forgotten: a third leave out the same right option.
 * - easy: everybody is right, and it need not be so: what has to be right to pass is meant to be known by all.
 * - idle: a wrong option that is taken by fewer than one in twenty.
 */
export function concernOf(question: QuestionDocument, figures: QuestionFigures): Concern {
  const { answered, right } = figures
  if (answered < fewest) return { kind: 'few' }
  const taken = figures.wrong[0]
  if (taken && taken.people > right) return { kind: 'unclear', taken }
  if (right * 2 < answered) return { kind: 'hard' }
  if (taken && isThird(taken.people, answered)) return { kind: 'misled', taken }
  const forgotten = mostForgotten(question, figures)
  if (forgotten && isThird(forgotten.people, answered)) return { kind: 'forgotten', ...forgotten }
  if (right === answered && answered >= enoughForEasy) return { kind: question.must ? 'fine' : 'easy' }
  const places = idleOptions(question, figures)
  return places.length > 0 ? { kind: 'idle', places } : { kind: 'fine' }
}

const isThird = (people: number, of: number) => people >= noSlip && people * 3 >= of

function mostForgotten(question: QuestionDocument, { answered, options }: QuestionFigures) {
  if (question.kind !== 'several') return null
  const rights = question.options.flatMap(({ right }, place) =>
    right ? [{ place, people: answered - (options[place] ?? 0) }] : [],
  )
  return rights.toSorted((a, b) => b.people - a.people)[0] ?? null
}

function idleOptions(question: QuestionDocument, { answered, options }: QuestionFigures): number[] {
  if (answered < enoughForIdle || (question.kind !== 'one' && question.kind !== 'several')) return []
  return question.options.flatMap(({ right }, place) =>
    !right && (options[place] ?? 0) < idleShare * answered ? [place] : [],
  )
}

/** The gravest first; among equals the one fewest get right. */
export function byConcern(a: Judged, b: Judged): number {
  const grave = concernKinds.indexOf(a.concern.kind) - concernKinds.indexOf(b.concern.kind)
  return grave || shareRight(a.figures) - shareRight(b.figures)
}

/** A question with its figures and what they say. */
export interface Judged {
  question: QuestionDocument
  figures: QuestionFigures
  concern: Concern
}

const shareRight = ({ answered, right }: QuestionFigures) => (answered === 0 ? 0 : right / answered)
