import { readQuestions } from '#interchange/read-questions.ts'
import { bankLookPage, type LookedAt, toBankLookPage } from '#quiz-editing/bank-look-pages.ts'
import { bankPage, toBankPage } from '#quiz-editing/bank-pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const module = {
  place: { courseId: 'glaskursus', moduleId: 'glas' },
  title: { da: 'Glas', en: 'Glass' },
  pages: [{ id: 'hvorfor', title: 'Hvorfor' }],
  sources: [{ id: 'raad', title: 'Husets råd' }],
}
const text = 'Hvad? {=Det ~Andet}\n\nHvor mange? {#10:2}\n\nHvem? {=a->b =c->d}\n\nSkriv {}'
const typed = { text, format: 'gift', language: 'da' }
const looked: LookedAt = {
  module,
  pasted: { text, format: 'gift', language: 'da' },
  typed,
  read: readQuestions(text),
  ticks: null,
  faults: {},
}
const ticks = { seen: '', pageId: 'hvorfor', sourceId: '', taken: new Map([[0, 'hvorfor']]) }

export const bankSamples = [
  { page: bankPage, model: toBankPage(w, module) },
  { page: bankPage, model: toBankPage(w, module, { typed, faults: { text: 'quizEditing.bank.busy' } }) },
  { page: bankLookPage, model: toBankLookPage(w, looked) },
  { page: bankLookPage, model: toBankLookPage(w, { ...looked, read: [] }) },
  {
    page: bankLookPage,
    model: toBankLookPage(w, { ...looked, ticks, faults: { source: 'quizEditing.bank.sourceFault' } }),
  },
  { page: bankLookPage, model: toBankLookPage(w, { ...looked, read: Array(300).fill(looked.read[0]) }) },
]
