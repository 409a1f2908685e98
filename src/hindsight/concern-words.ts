import type { QuestionDocument } from '#courses/course.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { type Concern, isGrave, type Judged } from './concern.ts'
import type { WrongAnswer } from './question-figures.ts'

/** What a question's figures say, and what to do about it. */
export function concernText({ question, figures, concern }: Judged, w: Words): string {
  const { right, answered: of } = figures
  const option = (place: number) => optionText(question, place, w)
  switch (concern.kind) {
    case 'unclear':
    case 'misled': {
      const { people } = concern.taken
      const wrong = wrongText(question, concern.taken.wrong, w)
      return w.t(`hindsight.concern.${concern.kind}`, { people, of, right, wrong })
    }
    case 'forgotten':
      return w.t('hindsight.concern.forgotten', { people: concern.people, of, answer: option(concern.place) })
    case 'idle':
      return w.t('hindsight.concern.idle', { right, of, answers: w.list(concern.places.map(option)) })
    case 'hard':
      return w.t('hindsight.concern.hard', { right, of })
    case 'easy':
      return w.t('hindsight.concern.easy', { of })
    case 'few':
      return w.t('hindsight.concern.few')
    case 'fine':
      return right === of ? w.t(allRightKey(question), { of, right }) : w.t('hindsight.concern.fine', { right, of })
  }
}

const allRightKey = ({ must }: QuestionDocument) =>
  must ? ('hindsight.concern.sure' as const) : ('hindsight.concern.fine' as const)

export function concernState(concern: Concern, w: Words): State {
  if (isGrave(concern)) return { state: 'late', text: w.t('hindsight.state.grave') }
  if (concern.kind === 'few') return { state: 'waiting', text: w.t('hindsight.state.few') }
  if (concern.kind === 'fine') return { state: 'right', text: w.t('hindsight.state.fine') }
  return { state: 'within', text: w.t('hindsight.state.mild') }
}

/** A wrong answer as it stands on the page. A number somebody typed is their own and is not shown, only which side it is on. */
export function wrongText(question: QuestionDocument, wrong: WrongAnswer, w: Words): string {
  switch (wrong.kind) {
    case 'option':
      return optionText(question, wrong.place, w)
    case 'order': {
      const items = question.kind === 'order' ? question.items : []
      const inOrder = wrong.choice.flatMap((place) => items[Number(place) - 1]?.[w.language] ?? [])
      return w.t('hindsight.quote', { text: inOrder.join(' → ') })
    }
    case 'pair': {
      const pairs = question.kind === 'match' ? question.pairs : []
      const left = pairs[wrong.left]?.left[w.language] ?? ''
      return w.t('hindsight.pair', { left, right: pairs[wrong.right]?.right[w.language] ?? '' })
    }
    case 'below':
    case 'above':
      return w.t(`hindsight.${wrong.kind}`)
  }
}

export function optionText(question: QuestionDocument, place: number, w: Words): string {
  const options = question.kind === 'one' || question.kind === 'several' ? question.options : []
  return w.t('hindsight.quote', { text: options[place]?.text[w.language] ?? '' })
}
