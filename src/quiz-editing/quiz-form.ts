import { isSlug } from '#courses/attributes.ts'
import { type Block, toBlocks } from '#courses/blocks.ts'
import { parseBlocks } from '#courses/markdown.ts'
import type { FormQuestion } from './form-question.ts'
import { textOfQuestion } from './question-text.ts'

/** A quiz of one language, cut into its questions; joined again it is the very same text. */
export interface QuizForm {
  /** Everything before the first question. */
  head: string
  parts: readonly QuizPart[]
  /** How its lines end. */
  lineEnd: string
}

/** The piece of a quiz that is one question (question-held.ts reads it), or whatever else stands below a heading of one. */
export interface QuizPart {
  /** As it stands in the file, down to its last line with anything on it. */
  source: string
  /** The empty lines behind it. They stay where they are when questions change places. */
  gap: string
  /** Where it begins, from 1. */
  line: number
  /** Null when none can be read, and for the second of two that are called the same. */
  id: string | null
}

/** Cuts a quiz into its questions, in time proportional to its length. Never throws. */
export function readForm(text: string): QuizForm {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  const headings = toBlocks(parseBlocks(text)).filter((block) => block.level === 3)
  const starts = headings.map((block) => block.line - 1)
  const ids = idsOf(headings)
  const parts = starts.map((start, at) => partOf(lines.slice(start, starts[at + 1]), start + 1, ids[at] ?? null))
  return { head: lines.slice(0, starts[0]).join(''), parts, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' }
}

/** The text of a quiz. */
export const printForm = ({ head, parts }: QuizForm): string =>
  head + parts.map(({ source, gap }) => source + gap).join('')

function idsOf(headings: readonly Block[]): (string | null)[] {
  const seen = new Set<string>()
  return headings.map(({ content }) => {
    const id = idIn(content)
    if (id === null || seen.has(id)) return null
    seen.add(id)
    return id
  })
}

function idIn(heading: string): string | null {
  const braces = heading.slice(heading.lastIndexOf('{') + 1)
  const id = /^(?:[^"#]|"[^"]*")*?(?<![^\s{])#([^\s"=#}]+)/.exec(braces)?.[1] ?? ''
  return isSlug(id) ? id : null
}

function partOf(lines: readonly string[], line: number, id: string | null): QuizPart {
  const end = lines.findLastIndex((one) => one.trim() !== '') + 1
  return { source: lines.slice(0, end).join(''), gap: lines.slice(end).join(''), line, id }
}

/** A question written anew, in place of what stood there or for a place of its own. */
export const partWith = (question: FormQuestion, lineEnd: string, gap = ''): QuizPart => ({
  source: textOfQuestion(question).replaceAll('\n', lineEnd),
  gap,
  line: 0,
  id: question.id,
})
