import { type Block, toBlocks } from '#courses/blocks.ts'
import { parseBlocks } from '#courses/markdown.ts'
import { literal } from '#interchange/literal.ts'

/** Markdown of several lines: one kind of line end, no empty lines around it. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll(/^[^\S\n]+$/gm, '')
    .replace(/^\n+/, '')
    .trimEnd()

/** Taking a mark away can bring another to light; a text that goes on so is a trial of somebody's. */
const mostTurns = 6

/**
 * Markdown to stand between a question and its answers. A heading would begin another question there, a list would be the answers, a quotation the
 * explanation: their marks become plain signs. What is opened is closed, so that it ends where the text ends.
 */
export function flatText(text: string): string {
  let flat = tidyText(text)
  for (let turn = 0; turn < mostTurns; turn++) {
    const next = closed(withoutStructure(flat))
    if (next === flat) return flat
    flat = next
  }
  return plainLines(flat)
}

/** Every line as the signs it is made of. */
export const plainLines = (text: string): string =>
  literal(
    tidyText(text)
      .split('\n')
      .map((line) => line.trim())
      .join('\n'),
  )

function withoutStructure(text: string): string {
  const lines = text.split('\n')
  for (const { type, line, tokens } of blocksOf(text)) {
    if (!/^(heading|bullet_list|ordered_list|blockquote)$/.test(type)) continue
    for (let at = line - 1; at < (tokens[0]?.map?.[1] ?? 0); at++)
      lines[at] = (lines[at] ?? '').replace(mark, plainMark)
  }
  return lines.join('\n')
}

const mark = /^(\s*)(#{1,6}(?=\s|$)|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|>|-+(?=\s*$)|=+(?=\s*$))/
const plainMark = (_: string, space: string, signs: string) =>
  space + (/^\d/.test(signs) ? signs.replace(/.$/, '\\$&') : `\\${signs}`)

/** Code and boxes that nobody closed would go on behind the text. */
function closed(text: string): string {
  let whole = text
  for (let turn = 0; turn < mostTurns; turn++) {
    const open = openEnd(whole)
    if (open === null) return whole
    whole = `${whole}\n${open}`
  }
  return whole
}

const probe = 'behind'

/** The sign that closes what a text leaves open at its end; null when it leaves nothing open. */
function openEnd(text: string): string | null {
  let open: string | null = null
  let last: Block | undefined = blocksOf(`${text}\n\n${probe}`).at(-1)
  while (last) {
    if (last.type === 'fence' || last.type === 'container_callout') open = last.tokens[0]?.markup ?? null
    last = last.children.at(-1)
  }
  return open
}

const blocksOf = (text: string): Block[] => toBlocks(parseBlocks(text))
