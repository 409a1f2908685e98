import { parseMarkdown, plainText } from '#courses/markdown.ts'
import type { Language } from '#web/language.ts'
import { isTaken, type ReadQuestion } from './question.ts'
import { readQuestions } from './read-questions.ts'
import { noticeText, reasonText } from './reason.ts'
import type { SourceFormat } from './source-format.ts'

/**
 * What was read, one JSON object a line: `{"line":1,"title":…,"kind":…,"options":[{"text":…,"right":…,"feedback":…}], …}` or
 * `{"line":7,"refused":"why"}`. An option of a match has the other side of the pair as `match`; a number has `answer`, `tolerance`, `unit`.
 * `stem`, `feedback` and `explanation` are Markdown where there is something to mark, and otherwise the bare text.
 */
export function printQuestions(text: string, language: Language = 'en', format?: SourceFormat): string {
  return readQuestions(text, { language, format })
    .map((question) => `${JSON.stringify(printed(question, language))}\n`)
    .join('')
}

function printed(question: ReadQuestion, language: Language): object {
  if (!isTaken(question)) return { line: question.line, refused: reasonText(question, language) }
  const { line, title, kind, options, stem, number, explanation, id, tags, category, notices } = question
  return {
    line,
    title,
    kind,
    options: options.map((option) => ({ ...option, feedback: readable(option.feedback) })),
    stem: readable(stem),
    ...(number ?? {}),
    explanation: readable(explanation),
    id,
    tags,
    category,
    notices: notices.map((notice) => noticeText(notice, language)),
  }
}

/** One paragraph without a mark needs none of the backslashes that keep it so. */
function readable(markdown: string | null): string | null {
  if (markdown === null) return null
  const [open, inline, ...rest] = parseMarkdown(markdown, { language: 'da', moduleId: '' })
  const isBare =
    open?.type === 'paragraph_open' && rest.length === 1 && inline?.children?.every(({ type }) => /^text/.test(type))
  return isBare ? plainText(markdown) : markdown
}
