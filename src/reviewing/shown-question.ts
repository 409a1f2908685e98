import type { QuestionDraft } from '#courses/question.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'

/** A question with its key, as nobody sees it who is still to answer it. */
export interface ShownQuestion {
  /** "3. Hvad gør du først?" */
  title: string
  must: boolean
  bodyHtml: string
  options: readonly { text: string; right: State | null; feedbackHtml: string | null }[]
  /** What is right where nothing is chosen: the order, the pairs, the number. */
  key: readonly string[]
  ordered: boolean
  explanationHtml: string
  sources: string | null
}

/** `inPage`: how HTML of the course is put into the page; `sources`: their titles by id. */
export function toShownQuestion(
  question: QuestionDraft,
  place: number,
  of: { inPage: (html: string) => string; sources: Readonly<Record<string, string>>; w: Words },
): ShownQuestion {
  const { inPage, w } = of
  const sources = question.sources.map((id) => (Object.hasOwn(of.sources, id) ? of.sources[id] : null) ?? id)
  return {
    title: `${place + 1}. ${question.title}`,
    must: question.must,
    bodyHtml: inPage(question.html),
    options: question.options.map(({ text, right, feedbackHtml }) => ({
      text,
      right: right ? { state: 'right', text: w.t('reviewing.right') } : null,
      feedbackHtml: feedbackHtml === null ? null : inPage(feedbackHtml),
    })),
    key: keyOf(question, w),
    ordered: question.kind === 'order',
    explanationHtml: inPage(question.explanationHtml),
    sources: sources.length === 0 ? null : w.t('reviewing.sources', { sources: w.list(sources) }),
  }
}

function keyOf({ items, pairs, number }: QuestionDraft, w: Words): string[] {
  const figure = number === null ? [] : [numberText(number, w)]
  return [...items, ...pairs.map(({ left, right }) => `${left} → ${right}`), ...figure]
}

function numberText({ answer, tolerance, unit }: NonNullable<QuestionDraft['number']>, w: Words): string {
  const parts = [w.number(answer), ...(tolerance === 0 ? [] : [`± ${w.number(tolerance)}`]), ...(unit ? [unit] : [])]
  return parts.join(' ')
}
