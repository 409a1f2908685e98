import { plainText } from '#courses/markdown.ts'
import type { QuestionDraft } from '#courses/question.ts'
import { stateOf } from '#drafts/draft.ts'
import { languages } from '#web/language.ts'
import type { Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import * as url from './addresses.ts'
import { faultsIn, faultText } from './fault-places.ts'
import type { FoundQuiz, LookedAtQuiz } from './find-quiz.ts'
import type { QuizPart } from './quiz-form.ts'

/** Two versions of the quiz stand beside each other, and where they are settled. */
export interface BesideLink {
  url: string
  text: string
}

/** The questions of a module, in order. */
export interface QuestionsPage {
  title: string
  back: { url: string; label: string }
  lead: string
  newUrl: string
  bankUrl: string
  texts: readonly { url: string; label: string }[]
  beside: readonly BesideLink[]
  notice: Notice | null
  /** What is wrong with the quiz as a whole. */
  faults: readonly string[]
  questions: readonly QuestionLine[]
}

export const questionsPage = page<QuestionsPage>('quiz-editing/questions')

export interface QuestionLine {
  id: string
  n: number
  title: string
  /** "Ét rigtigt svar · Siden Hvorfor". */
  about: string
  must: boolean
  faults: readonly string[]
  /** Its form; null where it can only be corrected as text. */
  url: string | null
  textUrl: string
  /** Said where it stands in one language only. */
  only: string | null
  removalUrl: string | null
  moves: readonly { label: string; about: string; action: string; fields: Readonly<Record<string, string>> }[]
}

export interface QuizView {
  quiz: FoundQuiz
  looked: LookedAtQuiz
}

export function toQuestionsPage({ quiz, looked }: QuizView, w: Words): QuestionsPage {
  const { place, forms } = quiz
  const module = looked.looks?.da.titles.module?.[w.language] ?? place.moduleId
  const parts = forms.da.parts
  const known = new Set(parts.map(({ id }) => id))
  const onlyEnglish = forms.en.parts.filter(({ id }) => id !== null && !known.has(id))
  const lines = parts.map((part, at) => lineOf({ quiz, looked }, part, at, w))
  return {
    title: w.t('quizEditing.title'),
    back: { url: url.moduleUrl(place), label: module },
    lead: w.t('quizEditing.count', { count: parts.length }),
    newUrl: url.newQuestionUrl(place),
    bankUrl: url.bankUrl(place),
    texts:
      parts.length === 0
        ? []
        : languages.map((language) => ({
            url: url.textUrl(place, language),
            label: w.t(`quizEditing.asText.${language}`),
          })),
    beside: besideLinks(quiz, w),
    notice: looked.refused && { kind: 'warn', text: w.t(`reader.refused.${looked.refused}`) },
    faults: parts.length === 0 ? [] : faultsOfAll({ quiz, looked }, w),
    questions: [...lines, ...onlyEnglish.map((part, at) => englishLine(quiz, part, parts.length + at, w))],
  }
}

export const besideLinks = ({ place, files }: FoundQuiz, w: Words): BesideLink[] =>
  languages
    .filter((language) => ['beside', 'behind'].includes(stateOf(files[language])))
    .map((language) => ({ url: url.versionsUrl(place, language), text: w.t(`quizEditing.beside.${language}`) }))

function lineOf({ quiz, looked }: QuizView, part: QuizPart, at: number, w: Words): QuestionLine {
  const { place, forms } = quiz
  const draft = looked.looks?.da.questions?.find((one) => one.id === part.id)
  const twin = forms.en.parts.find((one) => one.id !== null && one.id === part.id)
  const title = draft?.title || titleIn(part) || w.t('quizEditing.noTitle')
  const { looks } = looked
  const faults = looks
    ? [
        ...faultsIn({ part, faults: looks.da.faults }),
        ...faultsIn({ part: twin ?? null, faults: looks.en.faults }),
      ].map((fault) => faultText(fault, w))
    : []
  return {
    id: part.id === null ? `question-${at + 1}` : url.lineId(part.id),
    n: at + 1,
    title,
    about: draft ? aboutText(quiz, draft, w) : '',
    must: draft?.must ?? false,
    faults: [...new Set(faults)],
    url: part.id === null ? null : url.questionUrl(place, part.id),
    textUrl: url.textUrl(place, 'da', part.line),
    only: twin || part.id === null ? null : w.t('quizEditing.onlyDanish'),
    removalUrl: part.id === null ? null : url.removalUrl(place, part.id),
    moves: movesOf(quiz, at, title, w),
  }
}

function aboutText({ pages }: FoundQuiz, { kind, pageId, applied, unread }: QuestionDraft, w: Words): string {
  const page = pages.find(({ id }) => id === pageId)
  const parts = [
    unread ? '' : w.t(`quizEditing.kind.${kind}`),
    page ? w.t('quizEditing.onPage', { page: page.title || page.id }) : '',
    applied ? w.t('quizEditing.isApplied') : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

const mostSigns = 200

/** As much of a heading as can be read of a question that cannot. */
export const titleIn = ({ source }: QuizPart) =>
  plainText(
    source
      .slice(0, mostSigns)
      .split(/[\r\n]/, 1)
      .join('')
      .replace(/^\s*#+/, '')
      .replace(/\{[^{}]*\}?\s*$/, ''),
  )

/** To the other side of the nearest question with an id; one without cannot be named. */
function movesOf({ place, forms }: FoundQuiz, at: number, title: string, w: Words): QuestionLine['moves'] {
  const { parts } = forms.da
  const id = parts[at]?.id
  if (id == null) return []
  const before = parts.slice(0, at).findLast((part) => part.id !== null)?.id
  const behind = parts.slice(at + 1).find((part) => part.id !== null)?.id
  const move = (to: 'before' | 'behind', beside: string | null | undefined, label: string) =>
    beside == null ? [] : [{ label, about: title, action: url.orderUrl(place), fields: { question: id, to, beside } }]
  return [...move('before', before, w.t('quizEditing.up')), ...move('behind', behind, w.t('quizEditing.down'))]
}

function englishLine({ place }: FoundQuiz, part: QuizPart, at: number, w: Words): QuestionLine {
  const id = part.id as string
  return {
    id: url.lineId(id),
    n: at + 1,
    title: titleIn(part) || id,
    about: '',
    must: false,
    faults: [],
    url: url.questionUrl(place, id),
    textUrl: url.textUrl(place, 'en', part.line),
    only: w.t('quizEditing.onlyEnglish'),
    removalUrl: url.removalUrl(place, id),
    moves: [],
  }
}

/** What the reader says of a file that is of no one question. */
function faultsOfAll({ quiz, looked }: QuizView, w: Words): string[] {
  const { looks } = looked
  if (!looks) return []
  const texts = languages.flatMap((language) => {
    const { faults } = looks[language]
    const placed = new Set(quiz.forms[language].parts.flatMap((part) => faultsIn({ part, faults })))
    return faults.filter((fault) => !placed.has(fault)).map((fault) => faultText(fault, w))
  })
  return [...new Set(texts)]
}
