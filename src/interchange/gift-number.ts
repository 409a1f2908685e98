import { onOneLine } from './escapes.ts'
import { cutAnswers, feedbackOf, type RawAnswer, readAnswer } from './gift-answer.ts'
import { type Answers, mostOptions, type ReadOption } from './question.ts'
import { isReason, noticed, type Reason, refuse } from './reason.ts'
import type { Setting } from './setting.ts'

interface Range {
  from: number
  to: number
}

/**
 * A number: `3`, `3:2`, `1..5`, or several behind `=` with weights, and behind a `~` what is said of all others. Ours is one number with one
 * tolerance, so the ranges that give all points have to be one together.
 */
export function readNumber(block: string, { format, notice }: Setting): Answers | Reason {
  const wave = block.indexOf('~')
  const answers = cutAnswers(wave === -1 ? block : block.slice(0, wave), /=/g, mostOptions).map((cut) =>
    readAnswer(cut, format),
  )
  if (answers.length === 0) return refuse('noNumber')
  if (answers.length > mostOptions) return refuse('tooManyAnswers', { most: mostOptions })

  const right: Range[] = []
  const options: ReadOption[] = []
  for (const answer of answers) {
    const source = onOneLine(answer.text.text)
    const isRight = (answer.weight ?? 100) === 100
    const range = source === '*' && !isRight ? null : readRange(source)
    if (range && isReason(range)) return range
    if (isRight && range) right.push(range)
    if (!isRight && range && (answer.weight ?? 0) > 0) notice(noticed('partialCredit', { text: source }))
    options.push({ text: source, right: isRight, feedback: feedbackOf(answer.feedback, notice) })
  }
  if (right.length === 0) return refuse('noNumber')
  const whole = joined(right)
  const number = whole && numberOf(whole)
  if (!number) return refuse('severalNumbers')
  if (isReason(number)) return number
  if (wave !== -1)
    options.push(othersOf(readAnswer({ sign: '~', source: block.slice(wave + 1).trim() }, format), notice))
  if (options.some((option) => option.feedback !== null)) notice(noticed('feedbackOnNumber'))
  return { kind: 'number', options, number: { ...number, unit: null } }
}

const othersOf = (answer: RawAnswer, notice: Setting['notice']): ReadOption => ({
  text: '*',
  right: false,
  feedback: feedbackOf(answer.feedback ?? answer.text, notice),
})

function readRange(source: string): Range | Reason {
  if (source === '*') return refuse('anyNumber')
  const [first = '', second, ...more] = source.includes('..') ? source.split('..') : source.split(':')
  const [a, b] = [numberIn(first), numberIn(second ?? '0')]
  if (a === null || b === null || more.length > 0) return refuse('notNumber', { text: source })
  if (source.includes('..')) return { from: Math.min(a, b), to: Math.max(a, b) }
  return { from: a - Math.abs(b), to: a + Math.abs(b) }
}

/** A number as PHP reads one, or with a decimal comma as Danes write it. */
function numberIn(source: string): number | null {
  const text = source.trim().replace(',', '.')
  return /^[-+]?(\d{1,20}\.?\d{0,20}|\.\d{1,20})(e[-+]?\d{1,2})?$/i.test(text) ? Number(text) : null
}

/** One range for all of them, or null when numbers between them are wrong. */
function joined(ranges: readonly Range[]): Range | null {
  const [first, ...rest] = ranges.toSorted((a, b) => a.from - b.from) as [Range, ...Range[]]
  let { to } = first
  for (const range of rest) {
    if (range.from > to) return null
    to = Math.max(to, range.to)
  }
  return { from: first.from, to }
}

/** Nine digits and six decimals are what a question of ours can hold. */
function numberOf({ from, to }: Range): { answer: number; tolerance: number } | Reason {
  const answer = sixDecimals((from + to) / 2)
  const tolerance = sixDecimals((to - from) / 2)
  const isExact = Math.abs(answer - (from + to) / 2) < 1e-8 && Math.abs(tolerance - (to - from) / 2) < 1e-8
  const fits = isExact && [answer, tolerance].every((number) => Math.abs(number) < 1e9)
  return fits ? { answer, tolerance } : refuse('numberDoesNotFit', { text: from === to ? `${from}` : `${from}..${to}` })
}

/** Sums of decimals are not exact in a computer; adding nothing turns -0 into 0. */
const sixDecimals = (number: number) => Math.round(number * 1e6) / 1e6 + 0
