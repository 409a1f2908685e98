import type { Language } from '#web/language.ts'
import type { QuestionDocument, QuestionKind } from './course.ts'

/** Something a learner can choose. `id` is what the form sends back. */
export interface LearnerOption {
  id: string
  text: string
}

/**
 * What a learner may see of a question before it is handed in. No key is in it and none can be worked out from it:
 * nothing says what is right, no feedback, no explanation, no tolerance, and the ids of things to be sorted or matched
 * are the places in which they are shown, not those in the document (there the right order is the order of the file).
 */
export interface LearnerQuestion {
  id: string
  kind: QuestionKind
  title: string
  /** More text or a picture below the title; may be empty. Local facts still stand as fields (local.ts: fillLocal). */
  html: string
  /** What a number counts: "år"; null when there is none or it is another kind. */
  unit: string | null
  /** one, several: what can be chosen. order: what is to be sorted. Empty for match and number. */
  options: readonly LearnerOption[]
  /** match: each is given one of `rights`. Empty for the others. */
  lefts: readonly LearnerOption[]
  rights: readonly LearnerOption[]
}

/**
 * The places ("1", "2", …) that an attempt shuffles and pins for a question: its options, the things to be sorted,
 * or the right sides of the pairs. Empty for a number.
 */
export function placesOf(question: QuestionDocument): string[] {
  return Array.from({ length: lengthOf(question) }, (_, index) => String(index + 1))
}

/** `order` is what the attempt pinned: `placesOf` the question, shuffled. A place that is not in it is not shown. */
export function questionForLearner(
  question: QuestionDocument,
  language: Language,
  order: readonly string[],
): LearnerQuestion {
  const { id, kind } = question
  const shown = {
    id,
    kind,
    title: question.title[language],
    html: question.html[language],
    unit: null,
    options: [],
    lefts: [],
    rights: [],
  }
  switch (question.kind) {
    case 'one':
    case 'several':
      return {
        ...shown,
        options: inOrder(question.options, order).map(([place, option]) => ({
          id: place,
          text: option.text[language],
        })),
      }
    case 'order':
      return { ...shown, options: numbered(inOrder(question.items, order).map(([, item]) => item[language])) }
    case 'match':
      return {
        ...shown,
        lefts: numbered(question.pairs.map((pair) => pair.left[language])),
        rights: numbered(inOrder(question.pairs, order).map(([, pair]) => pair.right[language])),
      }
    case 'number':
      return { ...shown, unit: question.unit?.[language] ?? null }
  }
}

/**
 * The place in the document behind an id that was sent back: for order the place of the thing in the right order,
 * for match the place of the left side the right side belongs to. Null for an id that was not shown.
 */
export function documentPlace(question: QuestionDocument, order: readonly string[], shownId: string): string | null {
  const known = order.filter((place) => Number(place) <= lengthOf(question))
  if (question.kind === 'one' || question.kind === 'several') return known.includes(shownId) ? shownId : null
  return known.find((_, index) => String(index + 1) === shownId) ?? null
}

function lengthOf(question: QuestionDocument): number {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.options.length
    case 'order':
      return question.items.length
    case 'match':
      return question.pairs.length
    case 'number':
      return 0
  }
}

function inOrder<T>(things: readonly T[], order: readonly string[]): [string, T][] {
  return order.flatMap((place) => {
    const thing = things[Number(place) - 1]
    return thing === undefined ? [] : [[place, thing]]
  })
}

const numbered = (texts: readonly string[]): LearnerOption[] =>
  texts.map((text, index) => ({ id: String(index + 1), text }))
