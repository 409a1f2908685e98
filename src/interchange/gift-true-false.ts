import { feedbackOf } from './gift-answer.ts'
import type { Answers } from './question.ts'
import { say } from './reason.ts'
import { richText } from './rich-text.ts'
import type { Setting } from './setting.ts'

const spellings = new Map([
  ...['t', 'true', 'sand', 'sandt'].map((word) => [word, true] as const),
  ...['f', 'false', 'falsk'].map((word) => [word, false] as const),
])

/** `TRUE#shown when wrong#shown when right` as a choice between two; null when it is something else. */
export function readTrueFalse(block: string, { language, format, notice }: Setting): Answers | null {
  const [word = '', wrong = '', ...right] = block.split('#')
  const isTrue = spellings.get(word.trim().replace(/^=\s*/, '').toLowerCase())
  if (isTrue === undefined) return null
  const feedback = (source: string) => feedbackOf(richText(source, format), notice)
  const option = (says: boolean) => ({
    text: say(language, says ? 'interchange.true' : 'interchange.false'),
    right: says === isTrue,
    feedback: feedback(says === isTrue ? right.join('#') : wrong),
  })
  return { kind: 'one', options: [option(true), option(false)], number: null }
}
