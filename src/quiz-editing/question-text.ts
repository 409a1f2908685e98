import { literal, literalInline } from '#interchange/literal.ts'
import { type Attribute, attributes, type FormAnswer, type FormQuestion, isTicked } from './form-question.ts'
import { questionIn } from './question-in.ts'
import { tidyQuestion } from './tidy-question.ts'
import { plainLines } from './tidy-text.ts'

/**
 * A question as it is written in `quiz.md`, from its heading to its explanation, with a line end behind it. Whatever was typed stays text: nothing
 * typed becomes another question, another answer or an attribute. Reading it again gives the tidied question.
 */
export function textOfQuestion(question: FormQuestion): string {
  const tidy = tidyQuestion(question)
  return layouts.map((layout) => written(tidy, layout)).find((text) => isReadAs(text, tidy)) ?? plainly(tidy)
}

const plainly = (question: FormQuestion) => written(withPlainTexts(question), roomy)

/** The layout that is usual; most questions are written so already. */
export const usualText = (question: FormQuestion): string => written(tidyQuestion(question), usual)

/** What stands between the heading and what is below it, and between text and answers. */
interface Layout {
  below: string
  between: string
}

/** Empty lines where Markdown would run things together: a heading with a stroke in it and a row of dashes are a table. */
const usual: Layout = { below: '\n', between: '\n' }
const roomy: Layout = { below: '\n\n', between: '\n\n' }
const layouts = [usual, { below: '\n', between: '\n\n' }, roomy]

/** The last resort for a text that Markdown takes for something else: its very signs. */
const withPlainTexts = (question: FormQuestion): FormQuestion => ({
  ...question,
  text: plainLines(question.text),
  explanation: plainLines(question.explanation),
  answers: question.answers.map((answer) => ({ ...answer, feedback: plainLines(answer.feedback) })),
})

const isReadAs = (text: string, { written: _, ...tidy }: FormQuestion): boolean => {
  const read = questionIn(text)?.question
  if (!read) return false
  const { written: _order, ...fields } = read
  return JSON.stringify(inOrder(fields)) === JSON.stringify(inOrder(tidy))
}

const inOrder = (fields: object) => Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))

function written(question: FormQuestion, { below, between }: Layout): string {
  const heading = `${`### ${literalInline(question.title)}`.trim()} {${bracesOf(question)}}`
  const answers = question.answers.map((answer, at) => answerLine(question, answer, at))
  const rest = [...answers, quotation(question.explanation)].filter((part) => part !== '').join('\n')
  const body = [question.text, rest].filter((part) => part !== '').join(between)
  return body === '' ? `${heading}\n` : `${heading}${below}${body}\n`
}

function answerLine({ kind }: FormQuestion, { text, match, right, feedback }: FormAnswer, at: number): string {
  const mark = kind === 'one' || kind === 'order' ? `${at + 1}.` : '-'
  if (kind === 'order') return `${mark} ${literal(text)}`.trim()
  if (kind === 'match') return `${mark} ${literal(`${text} -> ${match}`.trim())}`
  const line = `${mark} [${right ? 'x' : ' '}] ${literalInline(text)}`.trim()
  return feedback === '' ? line : `${line}\n${quotation(feedback, ' '.repeat(mark.length + 1))}`
}

const quotation = (markdown: string, room = ''): string =>
  markdown === ''
    ? ''
    : markdown
        .split('\n')
        .map((line) => (line === '' ? `${room}>` : `${room}> ${line}`))
        .join('\n')

function bracesOf(question: FormQuestion): string {
  const values = valuesOf(question)
  return orderOf(question.written, new Set(values.keys()))
    .map((name) => values.get(name))
    .join(' ')
}

function valuesOf(question: FormQuestion): Map<Attribute, string> {
  const { id, kind, answer, tolerance, unit, must, applied, pageId, sources } = question
  const all: [Attribute, boolean, string][] = [
    ['#', true, `#${id}`],
    ['type', !isTicked(kind), `type=${kind}`],
    ['answer', answer !== '', `answer=${valueText(answer)}`],
    ['tolerance', tolerance !== '', `tolerance=${valueText(tolerance)}`],
    ['unit', unit !== '', `unit="${unit}"`],
    ['must', must, 'must'],
    ['applied', applied, 'applied'],
    ['page', pageId !== '', `page=${valueText(pageId)}`],
    ['source', sources.length > 0, `source=${valueText(sources.join(' '))}`],
  ]
  return new Map(all.filter(([, is]) => is).map(([name, , text]) => [name, text]))
}

const valueText = (text: string) => (/\s/.test(text) ? `"${text}"` : text)

/** As it was written before; what is new, at its usual place. */
function orderOf(before: readonly Attribute[], there: ReadonlySet<Attribute>): Attribute[] {
  const order = before.filter((name) => there.has(name))
  for (const name of attributes.filter((one) => there.has(one) && !order.includes(one))) {
    const earlier = attributes.slice(0, attributes.indexOf(name))
    order.splice(order.findLastIndex((one) => earlier.includes(one)) + 1, 0, name)
  }
  return order
}
