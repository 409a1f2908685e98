import { cutAnswers, feedbackOf, type RawAnswer, readAnswer } from './gift-answer.ts'
import { type Answers, mostOptions, type ReadOption } from './question.ts'
import { noticed, type Reason, refuse } from './reason.ts'
import { toPlain } from './rich-text.ts'
import type { Setting } from './setting.ts'

interface Choice extends RawAnswer {
  option: ReadOption
}

/**
 * Choices: with a `=` one is right; without any, all with a weight above nothing are (Moodle: "single" is off). Part of
 * the points for a wrong one is not ours.
 */
export function readChoices(block: string, setting: Setting): Answers | Reason {
  const raw = cutAnswers(block, /[=~]/g, mostOptions).map((cut) => readAnswer(cut, setting.format))
  if (raw.length > mostOptions) return refuse('tooManyAnswers', { most: mostOptions })
  const wrong = raw.find(({ weight }) => weight !== null && Math.abs(weight) > 100)
  if (wrong) return refuse('wrongWeight', { text: `${wrong.weight}` })

  const choices = raw.flatMap((answer) => readChoice(answer, setting))
  if (choices.length < 2) return refuse('tooFewAnswers')
  if (!choices.some((choice) => worthOf(choice) > 0)) return refuse('noRight')
  const marked = choices.filter((choice) => choice.sign === '=' && worthOf(choice) > 0)
  const full = choices.filter((choice) => worthOf(choice) === 100)
  if (marked.length > 0 && full.length > 1) return refuse('manyRight')
  const [only, ...more] = full.length === 1 ? full : marked
  return only && marked.length > 0 && more.length === 0
    ? oneRight(choices, only, setting)
    : severalRight(choices, setting)
}

function readChoice(answer: RawAnswer, { notice }: Setting): Choice[] {
  const text = toPlain(answer.text, notice)
  const feedback = feedbackOf(answer.feedback, notice)
  if (text === '') notice(noticed('emptyAnswer', { text: feedback ?? '' }))
  return text === '' ? [] : [{ ...answer, option: { text, right: false, feedback } }]
}

const worthOf = ({ sign, weight }: RawAnswer) => weight ?? (sign === '=' ? 100 : 0)

function oneRight(choices: readonly Choice[], right: Choice, { notice }: Setting): Answers {
  for (const choice of choices)
    if (choice !== right && worthOf(choice) > 0) notice(noticed('partialCredit', { text: choice.option.text }))
  return answersOf('one', choices, (choice) => choice === right)
}

function severalRight(choices: readonly Choice[], { notice }: Setting): Answers {
  const sum = choices.reduce((all, choice) => all + Math.max(0, worthOf(choice)), 0)
  if (Math.abs(sum - 100) > 0.5) notice(noticed('weightsDoNotAddUp'))
  return answersOf('several', choices, (choice) => worthOf(choice) > 0)
}

const answersOf = (
  kind: 'one' | 'several',
  choices: readonly Choice[],
  isRight: (choice: Choice) => boolean,
): Answers => ({
  kind,
  options: choices.map((choice) => ({ ...choice.option, right: isRight(choice) })),
  number: null,
})
