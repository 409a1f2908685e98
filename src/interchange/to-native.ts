import { isSlug } from '#courses/attributes.ts'
import { parseMarkdown } from '#courses/markdown.ts'
import type { Targets } from '#courses/quiz.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'
import { quoted } from './html-to-markdown.ts'
import { literal, literalInline } from './literal.ts'
import { isTaken, type ReadOption, type ReadQuestion, type TakenQuestion } from './question.ts'

/** Where questions are to stand. */
export interface NativePlace {
  /** For questions that name no page and no source of the module. */
  pageId: string
  sourceId: string
  /** What the module has; without it no page and no source a file names is believed. */
  targets?: Targets
  /** Ids of questions that stand there already. */
  taken?: Iterable<string>
}

/**
 * Taken questions as text for `quiz.md`, without its title; refused ones are passed over. What our format wants and the file did not have
 * (a text under a wrong answer, an explanation) stays missing: the reader of quizzes tells it as a fault, line by line.
 */
export function toNative(questions: readonly ReadQuestion[], place: NativePlace): string {
  const used = new Set(place.taken)
  return questions
    .filter(isTaken)
    .map((question) => `${nativeOf(question, idFor(question, used), place)}\n`)
    .join('\n')
}

function nativeOf(question: TakenQuestion, id: string, place: NativePlace): string {
  const { headline, body } = partsOf(question)
  const heading = `### ${headline} {${attributesOf(question, id, place)}}`
  const answers = [...answersOf(question), ...(question.explanation === null ? [] : [quoted(question.explanation)])]
  const top = body === '' ? heading : `${heading}\n${body}\n`
  return [top, ...answers].join('\n')
}

/** The first line of the question is its heading, what comes after is the text below; a box or a table cannot be a heading. */
function partsOf({ stem, title }: TakenQuestion): { headline: string; body: string } {
  const [first] = parseMarkdown(stem, { language: 'da', moduleId: '' })
  if (first?.type !== 'paragraph_open') return { headline: literalInline(title), body: stem }
  const lines = stem.split('\n')
  const [from, to] = first.map ?? [0, lines.length]
  const paragraph = lines.slice(from, to).map((line) => line.trim())
  const written = paragraph.findIndex((line) => line.endsWith('\\'))
  const end = written === -1 ? paragraph.length : written + 1
  const headline = paragraph.slice(0, end).join(' ').replace(/\\$/, '')
  return { headline, body: [...paragraph.slice(end), ...lines.slice(to)].join('\n').trim() }
}

function attributesOf(question: TakenQuestion, id: string, { pageId, sourceId, targets }: NativePlace): string {
  const { number, tags, kind } = question
  const page = question.pageId !== null && targets?.pageIds.has(question.pageId) ? question.pageId : pageId
  const known = question.sources.filter((source) => targets?.sourceIds?.has(source))
  const sources = known.length > 0 ? known : [sourceId]
  return [
    `#${id}`,
    ...['must', 'applied'].filter((flag) => tags.includes(flag)),
    ...(kind === 'match' ? ['type=match'] : []),
    ...(number ? ['type=number', `answer=${number.answer}`, `tolerance=${number.tolerance}`] : []),
    ...(number?.unit ? [`unit="${number.unit.replaceAll(/["{}]/g, '')}"`] : []),
    `page=${page}`,
    sources.length > 1 ? `source="${sources.join(' ')}"` : `source=${sources[0]}`,
  ].join(' ')
}

function answersOf({ kind, options }: TakenQuestion): string[] {
  if (kind === 'number') return []
  if (kind === 'match')
    return options.filter(({ right }) => right).map(({ text, match }) => `- ${literal(`${text} -> ${match ?? ''}`)}`)
  return options.map((option, index) => optionLine(option, kind === 'one' ? `${index + 1}.` : '-'))
}

function optionLine({ text, right, feedback }: ReadOption, mark: string): string {
  const line = `${mark} [${right ? 'x' : ' '}] ${literalInline(text)}`
  if (feedback === null) return line
  const room = ' '.repeat(mark.length + 1)
  return [
    line,
    ...quoted(feedback)
      .split('\n')
      .map((quote) => room + quote),
  ].join('\n')
}

/** The file's own id, or one made from the name or the question; never one that is used. */
function idFor({ id, title }: TakenQuestion, used: Set<string>): string {
  const base = id !== null && isSlug(id) ? id : slugOf(id ?? title) || slugOf(title) || 'q'
  const free = freeSlug(base, used)
  used.add(free)
  return free
}
