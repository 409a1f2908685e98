import { onOneLine } from './escapes.ts'
import { cutAnswers } from './gift-answer.ts'
import { type Answers, mostOptions } from './question.ts'
import { isReason, noticed, type Reason, refuse } from './reason.ts'
import { richText, toPlain } from './rich-text.ts'
import type { Setting } from './setting.ts'

interface Pair {
  left: string
  right: string
}

/** Pairs. A right side that fits nothing (`= -> Chat`) is kept among the options, marked as wrong, and told of: our pairs have none. */
export function readMatch(block: string, setting: Setting): Answers | Reason {
  const cuts = cutAnswers(block, /=/g, mostOptions)
  if (cuts.length > mostOptions) return refuse('tooManyAnswers', { most: mostOptions })
  const pairs: Pair[] = []
  for (const { source } of cuts) {
    const pair = readPair(source, setting)
    if (isReason(pair)) return pair
    pairs.push(pair)
  }
  const real = pairs.filter(({ left }) => left !== '')
  if (real.length < 2) return refuse('tooFewPairs')
  for (const { left, right } of pairs) if (left === '') setting.notice(noticed('distractor', { text: right }))
  return {
    kind: 'match',
    options: pairs.map(({ left, right }) => ({ text: left, right: left !== '', feedback: null, match: right })),
    number: null,
  }
}

/** The first arrow divides; a right side is plain text in Moodle, whatever the question is. */
function readPair(source: string, { format, notice }: Setting): Pair | Reason {
  const arrow = source.includes('->') ? '->' : '→'
  const at = source.indexOf(arrow)
  if (at === -1) return refuse('pairWithoutArrow', { text: onOneLine(source) })
  const right = onOneLine(source.slice(at + arrow.length))
  if (right === '') return refuse('pairWithoutRight', { text: onOneLine(source) })
  return { left: toPlain(richText(source.slice(0, at), format), notice), right }
}
