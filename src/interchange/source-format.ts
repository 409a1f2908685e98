import { hideEscapes } from './escapes.ts'
import { mostSigns } from './gift-pieces.ts'
import type { Line } from './source-lines.ts'

export const sourceFormats = ['gift', 'aiken'] as const
export type SourceFormat = (typeof sourceFormats)[number]

/** Enough to tell by. */
const mostLines = 10_000

/** What a text is, told by what there is more of; GIFT in doubt, where every piece without answers is refused with its line. */
export function formatOf(lines: readonly Line[]): SourceFormat {
  const first = lines.slice(0, mostLines)
  const count = (pattern: RegExp) => first.filter(({ text }) => pattern.test(text)).length
  const answers = count(/^(answer|svar)\s*:/i)
  const choices = count(/^\(?[A-Za-z]\s?[).]/)
  const gift = first.filter(({ text }) => isGift(text)).length
  if (gift === 0) return answers > 0 || choices > 1 ? 'aiken' : 'gift'
  return choices > 0 && answers >= gift ? 'aiken' : 'gift'
}

const isGift = (text: string) =>
  text.startsWith('::') ||
  /^\$CATEGORY\s*:/i.test(text) ||
  (text.includes('{') && /\{\s*([=~#}]|T\b|F\b|TRUE\b|FALSE\b|$)/i.test(hideEscapes(text.slice(0, mostSigns))))
