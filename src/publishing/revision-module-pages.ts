import type { CardDocument, ModuleDocument, QuestionDocument, Revision, SituationDocument } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import { noAnswers, type QuestionDraft } from '#courses/question.ts'
import type { SituationDraft } from '#courses/situation.ts'
import { type ShownQuestion, toShownQuestion } from '#reviewing/shown-question.ts'
import { type ShownSituation, toShownSituation } from '#reviewing/shown-situation.ts'
import type { Language } from '#web/language.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { revisionUrl } from './addresses.ts'

/** A module as it was published: everything in it, with the key, to be looked at. */
export interface RevisionModulePage {
  title: string
  back: { url: string; label: string }
  texts: readonly { title: string; bodyHtml: string }[]
  situation: (ShownSituation & { title: string }) | null
  questions: readonly ShownQuestion[]
}

export const revisionModulePage = page<RevisionModulePage>('publishing/revision-module')

/** `values`: what the town has filled in for local facts, by key. */
export function toRevisionModulePage(
  of: { revision: Revision; module: ModuleDocument; values: Readonly<Record<string, string>> },
  w: Words,
): RevisionModulePage {
  const { revision, module, values } = of
  const { language } = w
  const inPage = (html: string) => oneDown(fillLocal(html, revision.document, language, values))
  const sources = Object.fromEntries(Object.entries(module.sources).map(([id, { title }]) => [id, title]))
  const { number, courseId } = revision
  return {
    title: module.title[language],
    back: { url: revisionUrl(courseId, number), label: w.t('publishing.revision', { number }) },
    texts: [
      ...module.pages.map(({ title, html }) => ({ title: title[language], bodyHtml: inPage(html[language]) })),
      ...(module.card ? [cardText(module.card, inPage, w)] : []),
    ],
    situation: module.situation && {
      title: module.situation.title[language],
      ...toShownSituation(situationIn(module.situation, language), inPage, w),
    },
    questions: module.questions.map((question, place) =>
      toShownQuestion(questionIn(question, language), place, { inPage, sources, w }),
    ),
  }
}

const cardText = ({ title, html }: CardDocument, inPage: (html: string) => string, { language, t }: Words) => ({
  title: `${t('publishing.file.card')}: ${title[language]}`,
  bodyHtml: inPage(html[language]),
})

/** A text's own title is a heading of this page, so its headings move one down. */
const oneDown = (html: string) =>
  html.replaceAll(/<(\/?)h([23])>/g, (_, end: string, level: string) => `<${end}h${Number(level) + 1}>`)

function questionIn(question: QuestionDocument, language: Language): QuestionDraft {
  const { title, html, explanationHtml } = question
  const told = { title: title[language], html: html[language], explanationHtml: explanationHtml[language] }
  return { ...question, line: 0, unread: false, ...told, ...noAnswers, ...answersIn(question, language) }
}

function answersIn(question: QuestionDocument, language: Language): Partial<QuestionDraft> {
  switch (question.kind) {
    case 'order':
      return { items: question.items.map((item) => item[language]) }
    case 'match':
      return { pairs: question.pairs.map(({ left, right }) => ({ left: left[language], right: right[language] })) }
    case 'number': {
      const { answer, tolerance, unit } = question
      return { number: { answer, tolerance, unit: unit?.[language] ?? null } }
    }
    default:
      return {
        options: question.options.map(({ text, right, feedbackHtml }) => ({
          text: text[language],
          right,
          feedbackHtml: feedbackHtml?.[language] ?? null,
        })),
      }
  }
}

const situationIn = ({ title, introHtml, steps }: SituationDocument, language: Language): SituationDraft => ({
  title: title[language],
  introHtml: introHtml[language],
  steps: steps.map((step) => ({
    ...step,
    line: 0,
    title: step.title[language],
    html: step.html[language],
    choices: step.choices.map(({ label, feedbackHtml, to }) => ({
      line: 0,
      label: label[language],
      feedbackHtml: feedbackHtml[language],
      to,
    })),
  })),
})
