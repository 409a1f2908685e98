import { type Language, languages } from '#web/language.ts'
import type { Choices, Fault, Field, Notice, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import * as url from './addresses.ts'
import { flagChoices, kindSelect, numberFields, pageSelect, type SourcesPart, sourcesPart } from './choice-parts.ts'
import type { PlacedFault } from './fault-places.ts'
import {
  type AnswerRow,
  answerFields,
  answerRows,
  type FieldsIn,
  faultAt,
  fieldIn,
  mayHaveMore,
} from './field-parts.ts'
import type { FoundQuiz } from './find-quiz.ts'
import { isTicked } from './form-question.ts'
import { type BesideLink, besideLinks } from './pages.ts'
import type { ShownQuestion } from './shown-question.ts'
import type { TwinQuestion } from './twin-question.ts'

/** One question as a form, in both languages, and below it how learners see it. */
export interface QuestionFormPage {
  title: string
  back: { url: string; label: string }
  action: string
  /** A form that was refused. */
  refused: readonly Fault[]
  /** What is wrong with what is saved; it may stay so as long as it is a draft. */
  faults: readonly Fault[]
  general: readonly string[]
  beside: readonly BesideLink[]
  notice: Notice | null
  hidden: Readonly<Record<string, string>>
  bases: readonly { id: string; value: string }[]
  kind: { text: string; select: Select | null }
  question: readonly Field[]
  answers: { title: string; hint: string; fault: string | null; rows: readonly AnswerRow[]; more: string | null } | null
  number: readonly Field[]
  explanation: Field
  pageSelect: Select
  sources: SourcesPart
  flags: Choices
  english: { fields: readonly Field[]; open: boolean }
  /** Saved by itself as it is changed; not before it is there at all. */
  saves: boolean
  texts: readonly { url: string; label: string }[]
  removalUrl: string | null
  shown: ShownQuestion | null
}

export const questionFormPage = page<QuestionFormPage>('quiz-editing/question')

export interface QuestionView {
  quiz: FoundQuiz
  question: TwinQuestion
  sitting: string
  bases: { da: string; en: string }
  sources: Readonly<Record<string, string>>
  faults: readonly PlacedFault[]
  /** Fields of a form that was refused. */
  refused: readonly PlacedFault[]
  notice: Notice | null
  shown: ShownQuestion | null
}

export function toQuestionFormPage(view: QuestionView, w: Words): QuestionFormPage {
  const { quiz, question, faults, refused, bases } = view
  const { place } = quiz
  const of: FieldsIn = { question, faults: [...refused, ...faults], w }
  const number = quiz.forms.da.parts.findIndex((part) => part.id === question.id) + 1
  const isNew = question.id === ''
  const english = englishFields(of)
  return {
    title: isNew
      ? w.t('quizEditing.new')
      : w.t('quizEditing.question', { n: number || quiz.forms.da.parts.length + 1 }),
    back: { url: url.questionsUrl(place), label: w.t('quizEditing.title') },
    action: isNew ? url.newQuestionUrl(place) : url.questionUrl(place, question.id),
    refused: inSummary(refused),
    faults: inSummary(faults),
    general: faults.flatMap(({ field, text }) => (field === null ? [text] : [])),
    beside: besideLinks(quiz, w),
    notice: view.notice,
    hidden: {
      sitting: view.sitting,
      rows: String(question.answers.length),
      ...(isTicked(question.kind) && !isNew ? {} : { kind: question.kind }),
    },
    bases: languages.map((language) => ({ id: `base-${language}`, value: bases[language] })),
    kind: { text: w.t(`quizEditing.kind.${question.kind}`), select: isNew ? null : kindSelect(question, w) },
    question: questionFields(of, 'da'),
    answers: answersPart(of),
    number: question.kind === 'number' ? numberFields(of) : [],
    explanation: explanationField(of, 'da'),
    pageSelect: pageSelect(of, quiz),
    sources: sourcesPart(of, view.sources),
    flags: flagChoices(of),
    english: { fields: english, open: english.some((field) => field.fault) },
    saves: !isNew,
    texts: isNew ? [] : textLinks(quiz, question.id, w),
    removalUrl: isNew ? null : url.removalUrl(place, question.id),
    shown: view.shown,
  }
}

const inSummary = (faults: readonly PlacedFault[]): Fault[] =>
  faults.flatMap(({ field, text }) => (field === null ? [] : [{ name: field, text }]))

/** Where a question stands in the text of both languages. */
export const textLinks = ({ place, forms }: FoundQuiz, id: string, w: Words) =>
  languages.flatMap((language) => {
    const part = forms[language].parts.find((one) => one.id === id)
    return part ? [{ url: url.textUrl(place, language, part.line), label: w.t(`quizEditing.asText.${language}`) }] : []
  })

function questionFields(of: FieldsIn, language: Language): Field[] {
  const { question, w } = of
  return [
    fieldIn(of, language, {
      name: 'title',
      text: question.title,
      label: w.t('quizEditing.titleLabel'),
      part: 'title',
      rows: 2,
    }),
    fieldIn(of, language, {
      name: 'text',
      text: question.text,
      label: w.t('quizEditing.textLabel'),
      part: 'text',
      rows: 2,
      hint: w.t('quizEditing.textHint'),
    }),
  ]
}

const explanationField = (of: FieldsIn, language: Language): Field =>
  fieldIn(of, language, {
    name: 'explanation',
    text: of.question.explanation,
    label: of.w.t('quizEditing.explanation'),
    part: 'explanation',
    rows: 3,
    hint: of.w.t('quizEditing.explanationHint'),
  })

function answersPart(of: FieldsIn): QuestionFormPage['answers'] {
  const { question, faults, w } = of
  if (question.kind === 'number') return null
  return {
    title: w.t(`quizEditing.answers.${question.kind}`),
    hint: w.t(`quizEditing.answersHint.${question.kind}`),
    fault: faultAt(faults, 'answers'),
    rows: answerRows(of),
    more: mayHaveMore(question.kind, question.answers.length) ? w.t(`quizEditing.more.${question.kind}`) : null,
  }
}

function englishFields(of: FieldsIn): Field[] {
  const { question, w } = of
  const unit = { name: 'unit', text: question.unit, label: w.t('quizEditing.number.unit'), part: 'unit' } as const
  return [
    ...questionFields(of, 'en'),
    ...question.answers.flatMap((answer, at) => answerFields(of, answer, at, 'en')),
    ...(question.kind === 'number' ? [fieldIn(of, 'en', unit)] : []),
    explanationField(of, 'en'),
  ]
}
