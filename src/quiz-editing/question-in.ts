import { type Attributes, readHeading } from '#courses/attributes.ts'
import { type Block, toBlocks } from '#courses/blocks.ts'
import type { QuestionKind } from '#courses/course.ts'
import type { Note } from '#courses/faults.ts'
import { parseMarkdown, plainText } from '#courses/markdown.ts'
import type { Reader } from '#courses/page.ts'
import { readItem } from '#courses/question-answers.ts'
import { type Attribute, attributes, type FormAnswer, type FormQuestion, isTicked, noAnswer } from './form-question.ts'

/** Lines of a question, counted from 1 at its heading: from the first to the last of them. */
export type Lines = readonly [first: number, last: number]

/** A question out of its text, and where in it its parts stand. */
export interface FoundQuestion {
  question: FormQuestion
  text: Lines
  answers: readonly Lines[]
  explanation: Lines
}

const place = { language: 'da', moduleId: '' } as const
const known = { flags: ['must', 'applied'], values: attributes.filter((name) => name.length > 1), example: '' }

/**
 * The fields of one question, from its heading on; null when it holds anything a form has no field for. It asks for form alone: what a question
 * lacks may be lacking.
 */
export function questionIn(source: string): FoundQuestion | null {
  const lines = source.normalize('NFC').split(/\r\n?|\n/)
  const [heading, ...blocks] = toBlocks(parseMarkdown(lines.join('\n'), { ...place }))
  const head = heading?.level === 3 && heading.line === 1 ? headOf(heading) : null
  const parts = partsOf(blocks)
  const kind = head && parts ? kindOf(head.attributes, parts.list) : null
  if (!head || !parts || !kind || (kind === 'number') !== (parts.list === null)) return null

  const answers = parts.list ? answersOf(parts.list, kind, lines) : []
  if (!answers || !isAllRead(parts, lines)) return null
  const body: Lines = [2, (parts.below[0]?.line ?? lines.length + 1) - 1]
  const quotes = parts.quotes.map(linesOf)
  const { title, attributes: named } = head
  return {
    question: {
      id: named.id ?? '',
      kind,
      must: named.has('must'),
      applied: named.has('applied'),
      pageId: named.get('page') ?? '',
      sources: (named.get('source') ?? '').split(/\s+/).filter((one) => one !== ''),
      answer: named.get('answer') ?? '',
      tolerance: named.get('tolerance') ?? '',
      unit: named.get('unit') ?? '',
      title,
      text: withoutEdges(lines.slice(body[0] - 1, body[1])),
      answers,
      explanation: quotedIn(quotes, lines),
      written: orderIn(heading?.content ?? ''),
    },
    text: body,
    answers: (parts.list?.children ?? []).map(linesOf),
    explanation: [quotes[0]?.[0] ?? lines.length, quotes.at(-1)?.[1] ?? lines.length],
  }
}

function headOf({ content, line }: Block): { title: string; attributes: Attributes } | null {
  const { refused, note } = noting('wrongAttributes', 'unknownAttribute', 'attributeTwice')
  const { title, attributes: named } = readHeading(content, line, known, note)
  return refused() || named.id === null ? null : { title, attributes: named }
}

/** The names in the braces as they follow each other. */
function orderIn(content: string): Attribute[] {
  const braces = content.slice(content.lastIndexOf('{') + 1, -1)
  const names = Array.from(braces.matchAll(/([^\s"=#]+|#)[^\s"]*(?:"[^"]*")?/g), ([, name]) => name as Attribute)
  return names.filter((name) => attributes.includes(name))
}

interface Parts {
  list: Block | null
  quotes: readonly Block[]
  /** Both, as they stand. */
  below: readonly Block[]
}

/** A text, then at most one list, then quotations; null for anything else. */
function partsOf(blocks: readonly Block[]): Parts | null {
  const first = blocks.findIndex((block) => isList(block) || block.type === 'blockquote')
  const below = first === -1 ? [] : blocks.slice(first)
  const list = below[0] && isList(below[0]) ? below[0] : null
  const quotes = list ? below.slice(1) : below
  const isOdd = blocks.some((block) => block.level > 0) || quotes.some((block) => block.type !== 'blockquote')
  return isOdd ? null : { list, quotes, below }
}

const isList = ({ type }: Block) => type === 'ordered_list' || type === 'bullet_list'

function kindOf(named: Attributes, list: Block | null): QuestionKind | null {
  const type = named.get('type')
  if (type !== 'number' && ['answer', 'tolerance', 'unit'].some((name) => named.has(name))) return null
  if (type === 'number') return type
  if (type === 'order') return list?.type === 'ordered_list' ? type : null
  if (type === 'match') return list?.type === 'bullet_list' ? type : null
  if (type !== null || !list) return null
  return list.type === 'ordered_list' ? 'one' : 'several'
}

function answersOf(list: Block, kind: QuestionKind, lines: readonly string[]): FormAnswer[] | null {
  const answers = list.children.map((item) => answerOf(item, kind, lines))
  return answers.every((answer) => answer !== null) ? answers : null
}

function answerOf(item: Block, kind: QuestionKind, lines: readonly string[]): FormAnswer | null {
  const { refused, note } = noting('strayInAnswer')
  const { content, feedbackHtml } = readItem(item, { ...quiet, note })
  const box = /^\[( |x|X)\](?:\s+|$)/.exec(content)
  if (refused() || isTicked(kind) !== (box !== null)) return null
  if (!isTicked(kind) && (feedbackHtml !== null || /^\[[ xX]?\]/.test(content))) return null
  const text = plainText(box ? content.slice(box[0].length) : content)
  if (kind === 'order') return { ...noAnswer, text }
  if (kind === 'match') return pairOf(text)
  const quotes = item.children.filter((block) => block.type === 'blockquote').map(linesOf)
  return { ...noAnswer, text, right: box?.[1] !== ' ', feedback: quotedIn(quotes, lines) }
}

function pairOf(text: string): FormAnswer | null {
  const [left = '', right, ...more] = text.split(/->|→/).map((side) => side.trim())
  return right === undefined || more.length > 0 ? null : { ...noAnswer, text: left, match: right }
}

/** Quoted lines without the mark in front; several quotations are paragraphs of one text. */
const quotedIn = (quotes: readonly Lines[], lines: readonly string[]): string =>
  quotes
    .map(([first, last]) => withoutEdges(lines.slice(first - 1, last).map((line) => line.replace(/^\s*>? ?/, ''))))
    .join('\n\n')

const withoutEdges = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()

/** Below the text every line is one of an answer or of a quotation: Markdown passes over some without a trace, and they would be lost. */
function isAllRead({ list, quotes, below }: Parts, lines: readonly string[]): boolean {
  const items = list?.children ?? []
  const known = [...quotes, ...items.flatMap((item) => item.children)].map(linesOf)
  const from = below[0]?.line ?? lines.length + 1
  return lines.every(
    (line, at) => at + 1 < from || isBare(line) || known.some(([first, last]) => first <= at + 1 && at + 1 <= last),
  )
}

/** Nothing, or the mark of an answer that is still to be written. */
const isBare = (line: string) => /^\s*([-+*]|\d{1,9}[.)])?\s*$/.test(line)

const linesOf = ({ line, tokens }: Block): Lines => [line, Math.max(line, tokens[0]?.map?.[1] ?? line)]

const quiet: Omit<Reader, 'note'> = { place, localKeys: null, pictures: new Set(), shown: new Set(), anchors: false }

function noting(...codes: readonly Parameters<Note>[1][]) {
  let isRefused = false
  const note = ((_line: number, code: Parameters<Note>[1]) => {
    if (codes.includes(code)) isRefused = true
  }) as Note
  return { note, refused: () => isRefused }
}
