import MarkdownIt from 'markdown-it'
import { htmlLines, plainText } from '#courses/markdown.ts'
import { onOneLine, showEscapes, writtenBreak } from './escapes.ts'
import { htmlToMarkdown, htmlToPlain } from './html-to-markdown.ts'
import { literal } from './literal.ts'
import type { Notice } from './reason.ts'

/** Moodle's four kinds of text; `moodle`, where nothing is said, is plain text in which HTML counts. */
export type TextFormat = 'moodle' | 'html' | 'plain' | 'markdown'

/** A text of a GIFT file, escaped signs still hidden. */
export interface RichText {
  format: TextFormat
  text: string
}

/** Takes `[html]` and its like from the front of a text; without one it is what the question is. */
export function richText(source: string, usual: TextFormat): RichText {
  const text = source.trim()
  const tag = /^\[(moodle|html|plain|markdown)\]/i.exec(text)
  return tag
    ? { format: (tag[1] as string).toLowerCase() as TextFormat, text: text.slice(tag[0].length).trim() }
    : { format: usual, text }
}

/** A text on one line without marks: an answer, a name. */
export function toPlain({ format, text }: RichText, notice: (notice: Notice) => void): string {
  const line = onOneLine(text)
  if (format === 'plain') return line
  if (format === 'markdown' && htmlLines(line).length === 0) return plainText(line)
  if (format === 'markdown') return htmlToPlain(withHtml.render(line), notice)
  return looksLikeHtml(line) || format === 'html' ? htmlToPlain(line, notice) : line
}

/** A text as our Markdown; null when there is none. `flat`: without lists, headings and quotations, as a question has to be. */
export function toMarkdown(rich: RichText, flat: boolean, notice: (notice: Notice) => void): string | null {
  return markdownOf(rich, flat, notice).trim() || null
}

function markdownOf({ format, text }: RichText, flat: boolean, notice: (notice: Notice) => void): string {
  const lines = showEscapes(text)
  const asWritten = lines.replaceAll(writtenBreak, '\n')
  if (format === 'markdown') {
    const html = htmlLines(asWritten).length > 0 || (flat && !isFlat(asWritten)) ? withHtml.render(asWritten) : null
    return html === null ? asWritten : htmlToMarkdown(html, { flat, notice })
  }
  if (format === 'html') return htmlToMarkdown(asWritten, { flat, notice })
  if (format === 'moodle' && looksLikeHtml(lines))
    return htmlToMarkdown(lines.replaceAll(writtenBreak, hasBlocks(lines) ? '\n' : '<br>'), { flat, notice })
  return plainParagraphs(lines)
}

/** Lines from the width of a window are joined; a written break is one, two of them begin a paragraph. */
const plainParagraphs = (text: string): string =>
  text
    .split(new RegExp(`${writtenBreak}(?:\\s*${writtenBreak})+`))
    .map((paragraph) => paragraph.split(writtenBreak).map((line) => line.replaceAll(/\s+/g, ' ').trim()))
    .map((lines) => literal(lines.filter((line) => line !== '').join('\n')).replaceAll('\n', '\\\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')

const looksLikeHtml = (text: string) =>
  /<\/?[a-z][a-z0-9-]*[\s/>]|<!--|&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i.test(text)
const hasBlocks = (text: string) => /<(p|div|ul|ol|li|table|br|h[1-6]|blockquote|pre)[\s/>]/i.test(text)

const withHtml = new MarkdownIt({ html: true })
withHtml.set({ maxNesting: 20 })

/** Markdown without what would be answers, an explanation or another question. */
const isFlat = (markdown: string) =>
  withHtml
    .parse(markdown, {})
    .every(({ type, level }) => level > 0 || !/^(bullet_list|ordered_list|blockquote|heading|hr)/.test(type))
