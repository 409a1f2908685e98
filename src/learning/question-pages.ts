import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import { type LearnerOption, type LearnerQuestion, questionForLearner } from '#courses/question-for-learner.ts'
import type { Fault, Option, Progress } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { questionUrl } from './addresses.ts'
import { type ChoiceFault, sentOf } from './answer.ts'
import type { Attempt } from './attempt.ts'
import type { Answer } from './attempt-store.ts'
import type { LocalValues } from './find-local.ts'
import { questionsAsked } from './module.ts'

/** One question of an open attempt. Made from the learner's view of the question: nothing in it says what is right. */
export interface QuestionPage {
  /** Which question of how many. */
  title: string
  progress: Progress
  question: string
  how: string
  bodyHtml: string
  answers: Answers
  action: string
  faults: readonly Fault[]
  /** When the answer was kept; empty before. */
  saved: string
  /** Is there a question before this one? */
  back: boolean
}

/** Radio buttons or ticks; drop-downs with a label each, and in full what can be picked in them; or a number. All are sent as `choice`. */
export type Answers =
  | { kind: 'choices'; many: boolean; options: readonly Option[] }
  | { kind: 'picks'; things: readonly string[]; fields: readonly Pick[]; choose: string }
  | { kind: 'number'; label: string; value: string }

interface Pick {
  id: string
  label: string
  options: readonly Option[]
}

export const questionPage = page<QuestionPage>('learning/question')

/** What a form sent that was refused, to be shown again with its fault. */
export interface RefusedAnswer {
  sent: readonly string[]
  fault: ChoiceFault
}

export function toQuestionPage(
  { course, module, attempt }: { course: CourseDocument; module: ModuleDocument; attempt: Attempt },
  of: { n: number; answers: ReadonlyMap<string, Answer>; local: LocalValues; refused?: RefusedAnswer; w: Words },
): QuestionPage {
  const { n, answers, local, refused, w } = of
  const { order } = attempt.asked[n - 1] as { order: readonly string[] }
  const question = questionsAsked(module, attempt.asked)[n - 1] as ModuleDocument['questions'][number]
  const shown = questionForLearner(question, w.language, order)
  const answer = answers.get(question.id)
  const sent = refused?.sent ?? (answer ? sentOf(question, order, answer.choice) : [])
  const place = w.t('learning.questionPlace', { n, of: attempt.asked.length })
  return {
    title: place,
    progress: {
      id: 'how-far',
      label: w.t('learning.answeredOf', { done: answers.size, of: attempt.asked.length }),
      done: answers.size,
      of: attempt.asked.length,
    },
    question: shown.title,
    how: w.t(`learning.how.${shown.kind}`),
    bodyHtml: fillLocal(shown.html, course, w.language, local),
    answers: answersFor(shown, sent, w),
    action: questionUrl(attempt.id, n),
    faults: refused ? [{ name: 'choice', text: w.t(refused.fault) }] : [],
    saved: answer && !refused ? savedText(answer.answeredAt, w) : '',
    back: n > 1,
  }
}

/** What is said where saving as one goes is told. */
export const savedText = (at: string, w: Words): string => w.t('learning.saved', { time: w.time(at) })

/** What can be chosen, and what of it was sent. */
export function answersFor(shown: LearnerQuestion, sent: readonly string[], w: Words): Answers {
  switch (shown.kind) {
    case 'one':
    case 'several':
      return { kind: 'choices', many: shown.kind === 'several', options: optionsOf(shown.options, sent) }
    case 'order':
      return picksOf(
        shown.options.map((_, index) => w.t('learning.orderPlace', { n: index + 1 })),
        shown.options,
        sent,
        w,
      )
    case 'match':
      return picksOf(
        shown.lefts.map((left) => left.text),
        shown.rights,
        sent,
        w,
      )
    case 'number': {
      const label =
        shown.unit === null ? w.t('learning.yourNumber') : w.t('learning.yourNumberIn', { unit: shown.unit })
      const typed = sent[0] ?? ''
      return { kind: 'number', label, value: w.language === 'da' ? typed.replace('.', ',') : typed }
    }
  }
}

const optionsOf = (options: readonly LearnerOption[], chosen: readonly (string | undefined)[]): Option[] =>
  options.map(({ id, text }) => ({ value: id, label: text, chosen: chosen.includes(id) }))

/** The first is called `choice`, so that the summary of faults leads to it. */
const picksOf = (
  labels: readonly string[],
  options: readonly LearnerOption[],
  sent: readonly string[],
  w: Words,
): Answers => ({
  kind: 'picks',
  things: options.map(({ text }) => text),
  fields: labels.map((label, index) => ({
    id: index === 0 ? 'choice' : `choice-${index}`,
    label,
    options: optionsOf(options, [sent[index]]),
  })),
  choose: w.t('learning.choose'),
})
