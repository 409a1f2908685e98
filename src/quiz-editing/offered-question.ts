import type { ReadOption, TakenQuestion } from '#interchange/question.ts'
import { noticeText } from '#interchange/reason.ts'
import type { Select } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { pageName, type Ticks, tickName } from './bank-forms.ts'
import type { BankModule } from './bank-module.ts'

/** A question from elsewhere that can be taken. */
export interface OfferedQuestion {
  name: string
  ticked: boolean
  title: string
  /** The question itself where the title is only a name for it. */
  text: string | null
  /** Which kind it is, and where it stood. */
  about: string
  answers: readonly { text: string; right: string | null }[]
  /** What is different with us, and what our format asks for and this one has not. */
  notices: readonly string[]
  page: Select
}

export function offeredQuestion(
  w: Words,
  of: { question: TakenQuestion; place: number; module: BankModule; ticks: Ticks | null },
): OfferedQuestion {
  const { question, place, module, ticks } = of
  const pageId = ticks?.taken.get(place) ?? pageOf(question, module)
  const kind = w.t(`quizEditing.bank.kind.${question.kind}`)
  return {
    name: tickName(place),
    ticked: ticks === null || ticks.taken.has(place),
    title: question.title,
    text: textOf(question),
    about: w.t('quizEditing.bank.about', { kind, line: question.line }),
    answers: answersOf(question, w),
    notices: [...question.notices.map((notice) => noticeText(notice, w.language)), ...lacking(question, w)],
    page: {
      name: pageName(place),
      label: w.t('quizEditing.bank.ownPage'),
      choose: w.t('quizEditing.bank.asAbove'),
      options: module.pages.map(({ id, title }) => ({ value: id, label: title, chosen: id === pageId })),
    },
  }
}

const longestShown = 600

/** Markdown as plain as it can be told without reading it: the backslashes that keep signs what they are are left out. */
function textOf({ stem, title }: TakenQuestion): string | null {
  const text = stem.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
  if (text === title) return null
  return text.length > longestShown ? `${text.slice(0, longestShown)} …` : text
}

/** The page a question names, where the module has it. */
const pageOf = ({ pageId }: TakenQuestion, { pages }: BankModule): string =>
  pages.some(({ id }) => id === pageId) ? (pageId ?? '') : ''

function answersOf({ kind, options, number }: TakenQuestion, w: Words): OfferedQuestion['answers'] {
  const right = w.t('quizEditing.bank.right')
  if (number) {
    const { answer, tolerance, unit } = number
    const said = { answer: w.number(answer), tolerance: w.number(tolerance), unit: unit ?? '' }
    return [{ text: w.t('quizEditing.bank.number', said).trim(), right }]
  }
  if (kind === 'match')
    return options
      .filter((option) => option.right)
      .map(({ text, match }) => ({ text: `${text} → ${match ?? ''}`, right: null }))
  return options.map((option) => ({ text: option.text, right: option.right ? right : null }))
}

/** Every wrong answer needs a text with us, and every question an explanation. */
function lacking({ options, explanation, kind }: TakenQuestion, w: Words): string[] {
  const isBare = ({ right, feedback }: ReadOption) => !right && feedback === null
  const bare = kind === 'one' || kind === 'several' ? options.filter(isBare).length : 0
  return [
    ...(bare > 0 ? [w.t('quizEditing.bank.lacksFeedback', { count: bare })] : []),
    ...(explanation === null ? [w.t('quizEditing.bank.lacksExplanation')] : []),
  ]
}
