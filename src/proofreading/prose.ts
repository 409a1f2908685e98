import { type Block, toBlocks } from '#courses/blocks.ts'
import { word } from '#courses/count-words.ts'
import { parseMarkdown, plainText } from '#courses/markdown.ts'
import type { Language } from '#web/language.ts'

/** The running text of a page. */
export interface Prose {
  words: readonly string[]
  /** How many words each sentence has. */
  sentences: readonly number[]
}

/** A full stop after these ends no sentence, nor does one between digits or in a date: 11. juni. */
const shortened = /\b(kl|ca|fx|nr|stk|bl\.a|f\.eks|m\.m|dvs|e\.g|i\.e|approx)\./giu
const dated = /(\d)\.(?=\s\p{Ll})/gu
const ends = /[.!?:]+["”»’)]*(?=\s|$)/u

/**
 * The sentences of a Markdown text; headings, lists and tables are left out, as LIX asks for. `boxes` takes callouts in: they are
 * notes, so whoever asks how the text flows leaves them out. `fill` puts words for local fields.
 */
export function proseOf(
  text: string,
  { language, boxes, fill }: { language: Language; boxes: boolean; fill: (key: string) => string },
): Prose {
  const filled = text.replaceAll(/\{\{lokalt:([a-z0-9-]+)\}\}/g, (_, key: string) => fill(key))
  const blocks = toBlocks(parseMarkdown(filled, { language, moduleId: '' }))
  const sentences = paragraphsIn(blocks, boxes)
    .flatMap(sentencesIn)
    .filter((one) => one.length > 0)
  return { words: sentences.flat(), sentences: sentences.map((one) => one.length) }
}

function paragraphsIn(blocks: readonly Block[], boxes: boolean): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [plainText(block.content)]
    const inside = block.type === 'blockquote' || (boxes && block.type === 'container_callout')
    return inside ? paragraphsIn(block.children, boxes) : []
  })
}

const sentencesIn = (paragraph: string): string[][] =>
  paragraph
    .replaceAll(shortened, '$1')
    .replaceAll(dated, '$1')
    .split(ends)
    .map((sentence) => sentence.match(word) ?? [])
