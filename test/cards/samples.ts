import { cardPage, cardsPage, toCardPage, toCardsPage } from '#cards/pages.ts'
import type { CardDocument, CourseDocument, ModuleDocument } from '#courses/course.ts'
import { wordsIn } from '#web/words.ts'
import { cardCourse } from './card-course.ts'

const [module] = cardCourse.modules as [ModuleDocument]
const revision = (document: CourseDocument) => ({
  id: 'grundkursus-1',
  courseId: document.id,
  number: 1,
  publishedAt: '2026-11-22T12:00:00.000Z',
  document,
})
const facts = {
  course: cardCourse,
  module: { ...module, theoryOnly: true },
  card: module.card as CardDocument,
  town: 'Holstebro',
  baseUrl: 'https://natteliv.example',
  values: { da: {}, en: {} },
}
const reviewed = [{ by: 'Bo', role: 'police', on: '2026-11-01' }]

export const samples = [
  { page: cardsPage, model: toCardsPage([revision(cardCourse)], wordsIn('da')) },
  { page: cardsPage, model: toCardsPage([], wordsIn('en')) },
  { page: cardPage, model: toCardPage(facts, wordsIn('da')) },
  { page: cardPage, model: toCardPage({ ...facts, module: { ...module, reviewed } }, wordsIn('en')) },
]
