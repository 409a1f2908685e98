import type { ChoiceQuestion, MatchQuestion, NumberQuestion, QuestionDocument } from '#courses/course.ts'
import type { Language } from '#web/language.ts'
import { escapeSigns } from './escapes.ts'
import { commentToken } from './gift-comment.ts'
import { say } from './reason.ts'

/**
 * A bank in one language as GIFT that Moodle reads. All texts are HTML there, as ours are; id, `must` and `applied` stand in a comment as Moodle
 * writes its own, page, source and unit as well, so that nothing is lost on the way back. GIFT has no order: such a question is named in a comment.
 */
export const toGift = (questions: readonly QuestionDocument[], language: Language): string =>
  questions.map((question) => `${giftOf(question, language)}\n`).join('\n')

function giftOf(question: QuestionDocument, language: Language): string {
  if (question.kind === 'order') return `// ${say(language, 'interchange.leftOut', leftOut(question, language))}`
  const unit = question.kind === 'number' ? (question.unit?.[language] ?? '') : ''
  const title = question.title[language]
  const html = question.html[language]
  const stem = html === '' ? escapeHtml(title) : `<p>${escapeHtml(title)}</p>\n${html}`
  const explanation = feedback('####', question.explanationHtml[language])
  const lines = [...answersOf(question, language), ...(explanation === '' ? [] : [explanation])].map(
    (line) => `\t${line}`,
  )
  return [
    commentOf(question, unit),
    `::${escapeSigns(shortened(title))}::[html]${escapeSigns(stem)}{${question.kind === 'number' ? '#' : ''}`,
    ...lines,
    unit === '' ? '}' : `} ${escapeSigns(escapeHtml(unit))}`,
  ].join('\n')
}

const leftOut = ({ id, title }: QuestionDocument, language: Language) => ({
  id,
  title: title[language].replaceAll(/\s+/g, ' '),
})

function commentOf({ id, must, applied, pageId, sources }: QuestionDocument, unit: string): string {
  const tokens = [
    commentToken('id', id),
    must ? commentToken('tag', 'must') : '',
    applied ? commentToken('tag', 'applied') : '',
    commentToken('page', pageId),
    ...sources.map((source) => commentToken('source', source)),
    commentToken('unit', unit),
  ]
  return `// ${tokens.filter((token) => token !== '').join(' ')}`
}

function answersOf(question: ChoiceQuestion | MatchQuestion | NumberQuestion, language: Language): string[] {
  switch (question.kind) {
    case 'number':
      return [`=${question.answer}:${question.tolerance}`]
    case 'match':
      return question.pairs.map(({ left, right }) => `=${plain(left[language])} -> ${escapeSigns(right[language])}`)
    case 'one':
    case 'several': {
      const share = shareOf(question)
      return question.options.map(
        ({ text, right, feedbackHtml }) =>
          `${right ? share : wrong[question.kind]}${plain(text[language])}${feedback('#', feedbackHtml?.[language] ?? '')}`,
      )
    }
  }
}

/** Whoever ticks everything gets nothing, as with us. */
const wrong = { one: '~', several: '~%-100%' } as const

/** Moodle knows a third as 33.33333. */
function shareOf({ kind, options }: ChoiceQuestion): string {
  const right = options.filter((option) => option.right).length
  return kind === 'one' ? '=' : `~%${Number((100 / right).toFixed(5))}%`
}

/** A text of ours that is plain, as HTML. A bracket in front would name a format, a per cent sign a weight. */
const plain = (text: string) => escapeSigns(escapeHtml(text).replace(/^%/, '&#37;').replace(/^\[/, '&#91;'))

function feedback(sign: string, html: string): string {
  if (html.trim() === '') return ''
  return `${sign}${escapeSigns(bare(html).replace(/^\[/, '&#91;'))}`
}

/** A single paragraph without its tags. */
function bare(html: string): string {
  const isOne = html.startsWith('<p>') && html.lastIndexOf('<p>') === 0 && html.indexOf('</p>') === html.length - 4
  return isOne ? html.slice(3, -4) : html
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>]/g, (sign) => entities[sign] as string)

const longestName = 80

/** Names stand in lists. */
function shortened(title: string): string {
  const name = title.replaceAll(/\s+/g, ' ')
  if (name.length <= longestName) return name
  return `${name.slice(0, longestName).replace(/\s\S*$/, '')} …`
}
