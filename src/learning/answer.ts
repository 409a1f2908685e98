import type { QuestionDocument } from '#courses/course.ts'
import { documentPlace } from '#courses/question-for-learner.ts'

/**
 * An answer as it is kept, in places of the document ("1", "2" …), whatever order the page showed: one and several = the options
 * chosen; order = the things as they were put; match = for each left the right chosen; number = the number, with a dot.
 */
export type Choice = readonly string[]

export type ChoiceFault =
  | 'learning.choiceUnfinished'
  | 'learning.choiceTwice'
  | 'learning.choiceNumber'
  | 'learning.choiceUnknown'

export type ChoiceRead = { ok: true; choice: Choice | null } | { ok: false; fault: ChoiceFault }

const no = (fault: ChoiceFault): ChoiceRead => ({ ok: false, fault })

/**
 * Reads what a question's form sent: ids as shown, or a number with comma or dot. Nothing chosen is null: the question is skipped.
 * `order` is what the attempt pinned.
 */
export function readChoice(question: QuestionDocument, order: readonly string[], sent: readonly string[]): ChoiceRead {
  if (sent.every((text) => text.trim() === '')) return { ok: true, choice: null }
  if (question.kind === 'number') return readNumber(sent)
  if (sent.includes('')) return no('learning.choiceUnfinished')

  const places = sent.map((shown) => documentPlace(question, order, shown)).filter((place) => place !== null)
  if (places.length < sent.length) return no('learning.choiceUnknown')
  if (new Set(places).size < places.length) return no('learning.choiceTwice')
  if (question.kind === 'several') return { ok: true, choice: places.toSorted((a, b) => Number(a) - Number(b)) }
  const wanted = question.kind === 'one' ? 1 : order.length
  return places.length === wanted ? { ok: true, choice: places } : no('learning.choiceUnfinished')
}

function readNumber(sent: readonly string[]): ChoiceRead {
  const text = (sent[0] as string).replaceAll(/\s/g, '').replace(',', '.').replace('−', '-')
  const plain = sent.length === 1 && /^-?\d{1,9}(\.\d{1,6})?$/.test(text)
  return plain ? { ok: true, choice: [text] } : no('learning.choiceNumber')
}

/** The same answer as its form would send it, so that a page can show it again. */
export function sentOf(question: QuestionDocument, order: readonly string[], choice: Choice): string[] {
  const asShown = question.kind === 'order' || question.kind === 'match'
  return asShown ? choice.map((place) => String(order.indexOf(place) + 1)) : [...choice]
}
