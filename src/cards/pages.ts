import type { CardDocument, CourseDocument, ModuleDocument, Revision } from '#courses/course.ts'
import { groundworkFirst } from '#courses/course-order.ts'
import { fillLocal } from '#courses/local.ts'
import { reviewsOf, type SignOff } from '#reviewing/sign-off.ts'
import type { Language } from '#web/language.ts'
import { qrSvg } from '#web/qr.ts'
import { page } from '#web/views.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { cardUrl } from './addresses.ts'

/** All help cards, course by course. */
export interface CardsPage {
  title: string
  lead: string
  courses: readonly { title: string; cards: readonly { url: string; title: string; module: string }[] }[]
  /** Said while no course has a card. */
  none: string | null
}
export const cardsPage = page<CardsPage>('cards/cards')

export function toCardsPage(published: readonly Revision[], w: Words): CardsPage {
  const courses = groundworkFirst(published, ({ document }) => document).flatMap(({ document }) => {
    const cards = document.modules.flatMap(({ id, title, card }) =>
      card === null
        ? []
        : [{ url: addressIn(document.id, id, w), title: card.title[w.language], module: title[w.language] }],
    )
    return cards.length === 0 ? [] : [{ title: document.title[w.language], cards }]
  })
  return {
    title: w.t('cards.title'),
    lead: w.t('cards.lead'),
    courses,
    none: courses.length === 0 ? w.t('cards.none') : null,
  }
}

/** The language goes along: these pages set no cookie to remember it. */
const addressIn = (courseId: string, moduleId: string, { language }: Words) =>
  `${cardUrl(courseId, moduleId)}?lang=${language}`

/** One side of a card as it is cut out. */
export interface CardSide {
  language: Language
  title: string
  bodyHtml: string
  course: string
  /** Shown on paper only: the side in the language the reader does not read. */
  onPaperOnly: boolean
  theory: string | null
}

/** One help card: both sides, the reader's language first. */
export interface CardPage {
  title: string
  module: string
  sides: readonly CardSide[]
  qrSvg: string
  address: string
  all: string
  notReviewed: string | null
}
export const cardPage = page<CardPage>('cards/card')

interface CardFacts {
  course: CourseDocument
  module: ModuleDocument
  card: CardDocument
  town: string
  baseUrl: string
  values: Readonly<Record<Language, Readonly<Record<string, string>>>>
  /** Those that stand for the revision. */
  signOffs: readonly SignOff[]
}

export function toCardPage({ course, module, card, town, baseUrl, values, signOffs }: CardFacts, w: Words): CardPage {
  const other: Language = w.language === 'da' ? 'en' : 'da'
  const address = `${baseUrl}${cardUrl(course.id, module.id)}`
  const sideIn = (language: Language): CardSide => ({
    language,
    title: card.title[language],
    bodyHtml: fillLocal(card.html[language], course, language, values[language]),
    course: `${course.title[language]} · ${town}`,
    onPaperOnly: language === other,
    theory: module.theoryOnly ? wordsIn(language).t('cards.theory') : null,
  })
  return {
    title: card.title[w.language],
    module: module.title[w.language],
    sides: [sideIn(w.language), sideIn(other)],
    qrSvg: qrSvg(address, w.t('cards.qr', { address })),
    address: address.replace(/^https?:\/\//, ''),
    all: `/cards?lang=${w.language}`,
    notReviewed: reviewsOf(module, signOffs).length === 0 ? w.t('courses.notReviewed') : null,
  }
}
