import { type Attributes, readHeading } from './attributes.ts'
import { type Block, type Section, sectionsAt } from './blocks.ts'
import type { Note } from './faults.ts'
import { htmlOf, type Reader, readTitled } from './page.ts'
import { noAnswers, type QuestionDraft } from './question.ts'
import { kindOf, readAnswers } from './question-answers.ts'

/** What the questions of a module may point to. Null where the file that tells is itself broken. */
export interface Targets {
  pageIds: ReadonlySet<string>
  sourceIds: ReadonlySet<string> | null
}

export const mostMust = 4
export const mostQuestions = 200
const example = '{#kniv-foran-doeren page=ring source=alarm-112}'
const known = { flags: ['must', 'applied'], values: ['type', 'page', 'source', 'answer', 'tolerance', 'unit'], example }

/**
 * Reads a quiz of one language. Notes every fault; never throws. A question with faults may still be among the answer,
 * so that the other language can be compared with it.
 */
export function readQuiz(text: string, reader: Reader, targets: Targets): QuestionDraft[] {
  const { note } = reader
  const { rest } = readTitled(text, reader)
  for (const { level, line } of rest) if (level === 2 || level > 3) note(line, 'wrongHeading')
  const { sections } = sectionsAt(3, rest)
  if (sections.length === 0) note(1, 'noQuestions')
  if (sections.length > mostQuestions) note(1, 'tooManyQuestions', { most: mostQuestions })

  const seen = new Set<string>()
  const questions = sections.flatMap((section) => readQuestion(section, reader, targets, seen))
  const must = questions.filter((question) => question.must)
  if (must.length > mostMust) note(must[mostMust]?.line ?? 1, 'tooManyMust', { most: mostMust })
  return questions
}

function readQuestion({ heading, body }: Section, reader: Reader, targets: Targets, seen: Set<string>) {
  const { line } = heading
  const { note } = reader
  const { title, attributes } = readHeading(heading.content, line, known, note)
  const id = attributes.id ?? ''
  if (title === '') note(line, 'noQuestionText', { id })
  if (seen.has(id)) note(line, 'duplicateQuestion', { id })
  if (id) seen.add(id)

  const { text, lists, explanation } = partsOf(id, body, reader)
  const kind = kindOf(id, line, attributes, lists, note)
  const pointers = readPointers(id, line, attributes, targets, reader)
  const about = { id, line, must: attributes.has('must'), applied: attributes.has('applied'), ...pointers, title }
  const shown = { html: htmlOf(text, reader), explanationHtml: explanationOf(id, line, explanation, reader) }
  const answers = kind && lists.length < 2 ? readAnswers({ id, line, kind }, attributes, lists, reader) : null
  const draft = { ...about, kind: kind ?? 'one', unread: !(attributes.readable && answers), ...shown }
  return id === '' ? [] : [{ ...draft, ...(answers ?? noAnswers) } satisfies QuestionDraft]
}

const isList = (block: Block) => block.type === 'ordered_list' || block.type === 'bullet_list'
const isQuote = (block: Block) => block.type === 'blockquote'

/** The text, the answers and the explanation of a question, in that order and nothing else. */
function partsOf(id: string, body: readonly Block[], { note }: Reader) {
  const first = body.findIndex((block) => isList(block) || isQuote(block))
  const text = first === -1 ? body : body.slice(0, first)
  const answers = first === -1 ? [] : body.slice(first)
  const lists = answers.filter(isList)
  const lastList = answers.findLastIndex(isList)
  const quotes = answers.filter(isQuote)
  const explanation = quotes.filter((quote) => answers.indexOf(quote) > lastList)
  if (lists[1]) note(lists[1].line, 'twoLists', { id })
  const early = quotes.find((quote) => answers.indexOf(quote) < answers.findIndex(isList))
  if (early) note(early.line, 'quoteBeforeAnswers', { id })
  for (const block of answers) if (!isList(block) && !isQuote(block)) note(block.line, 'textAfterAnswers', { id })
  return { text, lists, explanation }
}

function explanationOf(id: string, line: number, quotes: readonly Block[], reader: Reader): string {
  const html = htmlOf(
    quotes.flatMap((quote) => quote.children),
    reader,
  )
  if (html === '') reader.note(line, 'explanationMissing', { id })
  return html
}

function readPointers(id: string, line: number, attributes: Attributes, targets: Targets, reader: Reader) {
  const note: Note = attributes.readable ? reader.note : () => {}
  const pageId = attributes.get('page') ?? ''
  const sources = (attributes.get('source') ?? '').split(/\s+/).filter((source) => source !== '')
  if (pageId === '') note(line, 'noPageAttribute', { id })
  else if (!targets.pageIds.has(pageId)) note(line, 'unknownPage', { id, page: pageId })
  if (sources.length === 0) note(line, 'noSourceAttribute', { id })
  for (const source of sources)
    if (targets.sourceIds && !targets.sourceIds.has(source)) note(line, 'unknownSource', { id, source })
  return { pageId, sources }
}
