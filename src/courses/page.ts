import { readPlain } from './attributes.ts'
import { type Block, toBlocks } from './blocks.ts'
import { type Place, parseMarkdown, renderMarkdown } from './markdown.ts'
import { lintText, type Surroundings } from './text-lint.ts'

/** A text and what it is read against. */
export interface Reader extends Surroundings {
  place: Place
}

export interface PageText {
  title: string
  html: string
}

/** Reads one page of one language: the title from its first line, the rest as HTML. Notes every fault; never throws. */
export function readPage(text: string, reader: Reader): PageText {
  const { title, rest } = readTitled(text, reader)
  for (const block of rest) {
    if (block.level > 3) reader.note(block.line, 'deepHeading')
    if (block.level > 0 && block.content.includes('{{')) reader.note(block.line, 'fieldNotHere')
  }
  if (rest.length === 0) reader.note(1, 'emptyText')
  return { title, html: htmlOf(rest, reader) }
}

/** The blocks of a text below its title; what holds for every text is checked here. */
export function readTitled(text: string, reader: Reader): { title: string; rest: readonly Block[] } {
  const tokens = parseMarkdown(text, { ...reader.place })
  lintText(text, tokens, reader)
  const blocks = toBlocks(tokens)
  const [first] = blocks
  const titled = first?.level === 1
  const rest = titled ? blocks.slice(1) : blocks
  const title = titled ? readPlain(first.content, first.line, reader.note) : ''
  if (title === '') reader.note(first?.line ?? 1, 'noTitle')
  for (const block of rest) if (block.level === 1) reader.note(block.line, 'secondTitle')
  return { title, rest }
}

export const htmlOf = (blocks: readonly Block[], reader: Reader): string =>
  renderMarkdown(
    blocks.flatMap((block) => block.tokens),
    reader.place,
  ).trim()
