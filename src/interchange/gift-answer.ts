import type { Notice } from './reason.ts'
import { type RichText, richText, type TextFormat, toMarkdown } from './rich-text.ts'

/** One answer between the braces, cut but not read. */
export interface RawAnswer {
  /** `=` or `~`; empty for what stands before the first. */
  sign: string
  /** Per cent; null when none is written. */
  weight: number | null
  text: RichText
  /** Null when nothing stands behind a `#`. */
  feedback: RichText | null
}

/** Cuts at every `=` and `~`, as Moodle does. What stands before the first is an answer as well, when it is anything. */
export function cutAnswers(block: string, signs: RegExp, most: number): { sign: string; source: string }[] {
  const cuts: { sign: string; source: string }[] = []
  let sign = ''
  let from = 0
  for (const { 0: next, index } of block.matchAll(signs)) {
    cuts.push({ sign, source: block.slice(from, index).trim() })
    sign = next
    from = index + 1
    if (cuts.length > most * 2) break
  }
  cuts.push({ sign, source: block.slice(from).trim() })
  return cuts.filter((cut) => cut.source !== '')
}

/** `%50%text#feedback`. Moodle reads no weight behind `=` in a choice; whoever writes one means it. A decimal comma is a point. */
export function readAnswer({ sign, source }: { sign: string; source: string }, format: TextFormat): RawAnswer {
  const written = /^%\s*([-+]?\d{1,3}(?:[.,]\d{0,12})?)\s*%/.exec(source)
  const rest = written ? source.slice(written[0].length) : source
  const hash = rest.indexOf('#')
  return {
    sign,
    weight: written ? Number((written[1] as string).replace(',', '.')) : null,
    text: richText(hash === -1 ? rest : rest.slice(0, hash), format),
    feedback: hash === -1 || rest.slice(hash + 1).trim() === '' ? null : richText(rest.slice(hash + 1), format),
  }
}

export const feedbackOf = (feedback: RichText | null, notice: (notice: Notice) => void): string | null =>
  feedback && toMarkdown(feedback, false, notice)
