import { type Attributes, readPlain } from './attributes.ts'
import type { Block } from './blocks.ts'
import type { QuestionKind } from './course.ts'
import type { Note } from './faults.ts'
import { htmlOf, type Reader } from './page.ts'
import { type NumberDraft, noAnswers, type OptionDraft, type PairDraft, type QuestionDraft } from './question.ts'

type Answers = Pick<QuestionDraft, 'options' | 'items' | 'pairs' | 'number'>
type Asked = Pick<QuestionDraft, 'id' | 'line' | 'kind'>

/** How many answers a question of each kind may have. */
export const answerCount = { one: [2, 6], several: [2, 8], order: [3, 6], match: [3, 5] } as const

/** The kind of a question, by its type= or by its list; null when it has neither, which is noted. */
export function kindOf(
  id: string,
  line: number,
  attributes: Attributes,
  lists: readonly Block[],
  note: Note,
): QuestionKind | null {
  const type = attributes.get('type')
  if (type !== 'number')
    for (const name of ['answer', 'tolerance', 'unit'])
      if (attributes.has(name)) note(line, 'attributeNotHere', { id, name: `${name}=` })
  if (type === 'order' || type === 'match' || type === 'number') return type
  if (type !== null) {
    note(line, 'unknownType', { id, type })
    return null
  }
  const [list] = lists
  if (list) return list.type === 'ordered_list' ? 'one' : 'several'
  note(line, 'noAnswers', { id })
  return null
}

/** The answers of a question, as its kind wants them; null when there are none, which is noted. */
export function readAnswers(
  asked: Asked,
  attributes: Attributes,
  lists: readonly Block[],
  reader: Reader,
): Answers | null {
  const { id, line, kind } = asked
  const [list] = lists
  if (kind === 'number') return { ...noAnswers, number: readNumber(asked, attributes, list, reader.note) }
  if (!list) {
    reader.note(line, 'noAnswers', { id })
    return null
  }
  const [least, most] = answerCount[kind]
  if (list.children.length < least || list.children.length > most)
    reader.note(list.line, 'answerCount', { id, least, most })
  if (kind === 'order') return { ...noAnswers, items: readItems(asked, list, reader) }
  if (kind === 'match') return { ...noAnswers, pairs: readPairs(asked, list, reader) }
  return { ...noAnswers, options: readOptions(asked, list, reader) }
}

function readOptions({ id, line, kind }: Asked, list: Block, reader: Reader): OptionDraft[] {
  const { note } = reader
  const options = list.children.map((item) => {
    const { content, feedbackHtml } = readItem(item, reader)
    const box = /^\[( |x|X)\](?:\s+|$)/.exec(content)
    const text = readPlain(box ? content.slice(box[0].length) : content, item.line, note)
    if (!box) note(item.line, 'noBox', { text })
    const right = box !== null && box[1] !== ' '
    if (box && !right && text !== '' && feedbackHtml === null) note(item.line, 'feedbackMissing', { text })
    return { line: item.line, text, right, feedbackHtml }
  })
  noteRepeated(id, options, note)
  const right = options.filter((option) => option.right).length
  if (right === 0) note(line, 'noRight', { id })
  if (kind === 'one' && right > 1) note(line, 'manyRight', { id })
  if (kind === 'several' && right === options.length) note(line, 'noWrong', { id })
  return options.map(({ text, right, feedbackHtml }) => ({ text, right, feedbackHtml }))
}

function readItems({ id, line }: Asked, list: Block, reader: Reader): string[] {
  if (list.type !== 'ordered_list') reader.note(line, 'orderList', { id })
  const items = list.children.map((item) => readBare(item, 'order', reader))
  noteRepeated(id, items, reader.note)
  return items.map((item) => item.text)
}

function readPairs({ id, line }: Asked, list: Block, reader: Reader): PairDraft[] {
  const { note } = reader
  if (list.type !== 'bullet_list') note(line, 'matchList', { id })
  const pairs = list.children.map((item) => {
    const { text } = readBare(item, 'match', reader)
    const [left = '', right = '', ...more] = text.split(/->|→/).map((side) => side.trim())
    if (left === '' || right === '' || more.length > 0) note(item.line, 'noArrow', { text })
    return { line: item.line, left, right }
  })
  noteRepeated(
    id,
    pairs.map((pair) => ({ line: pair.line, text: pair.left || pair.right })),
    note,
  )
  noteRepeated(
    id,
    pairs.map((pair) => ({ line: pair.line, text: pair.right || pair.left })),
    note,
  )
  return pairs.map(({ left, right }) => ({ left, right }))
}

/** An answer that is only a line: no box before it, no feedback below it. */
function readBare(item: Block, type: 'order' | 'match', reader: Reader): { line: number; text: string } {
  const { content, feedbackHtml } = readItem(item, reader)
  const text = readPlain(content, item.line, reader.note)
  if (/^\[[ xX]?\]/.test(content)) reader.note(item.line, 'boxNotHere', { text, type })
  if (feedbackHtml !== null) reader.note(item.line, 'feedbackNotHere', { type })
  return { line: item.line, text }
}

/** A list item: one line, and quotations below it as its feedback. */
export function readItem(item: Block, reader: Reader): { content: string; feedbackHtml: string | null } {
  const [first, ...more] = item.children
  const content = first ? lineOf(first) : null
  for (const block of content === null ? item.children : more)
    if (block.type !== 'blockquote') reader.note(block.line, 'strayInAnswer')
  const quotes = item.children.filter((block) => block.type === 'blockquote').flatMap((quote) => quote.children)
  return { content: content ?? '', feedbackHtml: htmlOf(quotes, reader) || null }
}

/** The one line of an answer. `12. november` is a list to Markdown and a date to whoever writes it: it is taken as it was written. */
function lineOf({ type, content, tokens, children }: Block): string | null {
  if (type === 'paragraph') return content
  const [only, ...others] = type === 'ordered_list' ? (children[0]?.children ?? []) : []
  if (only?.type !== 'paragraph' || children.length > 1 || others.length > 0) return null
  const [open] = tokens
  return `${open?.attrGet('start') ?? 1}${open?.markup} ${only.content}`
}

function noteRepeated(id: string, answers: readonly { line: number; text: string }[], note: Note): void {
  const seen = new Set<string>()
  for (const { line, text } of answers) {
    if (text === '') note(line, 'emptyAnswer', { id })
    else if (seen.has(text)) note(line, 'sameAnswer', { id, text })
    seen.add(text)
  }
}

function readNumber({ id, line }: Asked, attributes: Attributes, list: Block | undefined, note: Note): NumberDraft {
  const answer = numberIn(attributes.get('answer'))
  const tolerance = numberIn(attributes.get('tolerance') ?? '0')
  if (list) note(list.line, 'numberList', { id })
  if (answer === null) note(line, 'numberAnswer', { id })
  if (tolerance === null || tolerance < 0) note(line, 'numberTolerance', { id })
  return { answer: answer ?? 0, tolerance: tolerance ?? 0, unit: attributes.get('unit') || null }
}

/** `18`, `0.5` or, as Danes write it, `0,5`. */
function numberIn(text: string | null): number | null {
  return text !== null && /^-?\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null
}
