import { cardPage, cardsPage, toCardPage, toCardsPage } from '#cards/pages.ts'
import type { CardDocument, ModuleDocument } from '#courses/course.ts'
import { wordsIn } from '#web/words.ts'
import { asRevision } from '../support/revision.ts'
import { cardCourse } from './card-course.ts'

const [module] = cardCourse.modules as [ModuleDocument]
const facts = {
  course: cardCourse,
  module: { ...module, theoryOnly: true },
  card: module.card as CardDocument,
  town: 'Holstebro',
  baseUrl: 'https://natteliv.example',
  values: { da: {}, en: {} },
  signOffs: [],
}
const reviewed = [{ by: 'Bo', role: 'police', on: '2026-11-01' }]

export const samples = [
  { page: cardsPage, model: toCardsPage([asRevision(cardCourse)], wordsIn('da')) },
  { page: cardsPage, model: toCardsPage([], wordsIn('en')) },
  { page: cardPage, model: toCardPage(facts, wordsIn('da')) },
  { page: cardPage, model: toCardPage({ ...facts, module: { ...module, reviewed } }, wordsIn('en')) },
]
