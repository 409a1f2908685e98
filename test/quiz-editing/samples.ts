import { type Fault, noteInto } from '#courses/faults.ts'
import { readQuiz } from '#courses/quiz.ts'
import type { Twin } from '#courses/twins.ts'
import { placedFaults } from '#quiz-editing/fault-places.ts'
import { questionOf } from '#quiz-editing/find-question.ts'
import type { FoundQuiz, LookedAtQuiz } from '#quiz-editing/find-quiz.ts'
import * as other from '#quiz-editing/other-pages.ts'
import { questionsPage, toQuestionsPage } from '#quiz-editing/pages.ts'
import { type QuestionView, questionFormPage, toQuestionFormPage } from '#quiz-editing/question-pages.ts'
import { readForm } from '#quiz-editing/quiz-form.ts'
import { toShownQuestion } from '#quiz-editing/shown-question.ts'
import { blankQuestion } from '#quiz-editing/twin-question.ts'
import type { FileLook } from '#reader/look-at.ts'
import { wordsIn } from '#web/words.ts'
import { bankSamples } from './bank-samples.ts'

const w = wordsIn('da')
const place = { courseId: 'glaskursus', moduleId: 'glas' }
const text = (who: string) => `# Quiz

### ${who} {#hvem must page=hvorfor source="raad gone"}
1. [x] 112
2. [ ] Ingen
> Altid.

### Rækkefølge? {#orden type=order page=gone source=raad}
1. Et
2. To
3. Tre
> Sådan.

### Par? {#par type=match applied page=hvorfor source=raad}
- 1 -> a
- 2 -> b
- 3 -> c

### Hvor mange? {#tal type=number answer=3 unit="glas" page=hvorfor source=raad}
> Tre.

### Uden id
1. [x] a
2. [ ] b

### Sær {#saer level=3}
1. [x] a
2. [ ] b
`

function lookOf(language: 'da' | 'en', quiz: string): FileLook {
  const faults: Fault[] = []
  const note = noteInto(faults, 'quiz.md')
  const around = { localKeys: null, pictures: new Set<string>(), shown: new Set<string>(), anchors: false }
  const reader = { note, place: { language, moduleId: 'glas' }, ...around }
  const questions = readQuiz(quiz, reader, { pageIds: new Set(['hvorfor']), sourceIds: new Set(['raad']) })
  const titles = { course: null, module: { da: 'Glas', en: 'Glass' } }
  return {
    kind: 'quiz',
    faults,
    twinFaults: [],
    remarks: [],
    questions,
    titles,
    local: {},
    sources: { raad: 'Husets råd' },
  }
}

const draft = (id: string) => ({
  id,
  courseId: 'glaskursus',
  path: 'glas/da/quiz.md',
  sha256: id,
  startedFrom: null,
  writtenAt: '2026-11-22T12:00:00.000Z',
  writtenBy: 'ada',
  sitting: null,
})
const file = (drafts: number) => ({
  path: 'glas/da/quiz.md',
  published: 'p',
  drafts: Array.from({ length: drafts }, (_, at) => draft(String(at))),
})
const texts = {
  da: text('Hvem?'),
  en: text('Who?')
    .replace(/### Par[\s\S]*?(?=### )/, '')
    .concat('\n### Only {#only}\n'),
}
const quiz: FoundQuiz = {
  place,
  files: { da: file(2), en: file(0) },
  forms: { da: readForm(texts.da), en: readForm(texts.en) },
  bases: { da: 'published p', en: 'published p' },
  pages: [{ id: 'hvorfor', title: 'Hvorfor' }],
  folder: { id: 'glaskursus', path: 'courses/glaskursus', files: new Map() },
}
const looks: Twin<FileLook> = { da: lookOf('da', texts.da), en: lookOf('en', texts.en) }
const looked: LookedAtQuiz = { looks, refused: null }
const busy: LookedAtQuiz = { looks: null, refused: 'busy' }

function viewOf(id: string): QuestionView {
  const found = questionOf(quiz, looked, id)
  if (!found?.question) throw new Error(`${id} is in no form`)
  return {
    quiz,
    question: found.question,
    sitting: 's',
    bases: quiz.bases,
    sources: { raad: 'Husets råd' },
    faults: placedFaults(found.parts, w),
    refused: [],
    notice: null,
    shown: toShownQuestion(id, { place, looks, values: {}, w }),
  }
}
const fresh: QuestionView = {
  ...viewOf('hvem'),
  question: blankQuestion('several'),
  faults: [],
  refused: [{ field: 'title-da', text: 'Skriv spørgsmålet.' }],
  notice: { kind: 'warn', text: 'Travlt.' },
  shown: null,
}
const empty: FoundQuiz = { ...quiz, forms: { da: readForm(''), en: readForm('') } }

export const samples = [
  { page: questionsPage, model: toQuestionsPage({ quiz, looked }, w) },
  { page: questionsPage, model: toQuestionsPage({ quiz, looked: busy }, w) },
  { page: questionsPage, model: toQuestionsPage({ quiz: empty, looked: busy }, w) },
  ...['hvem', 'orden', 'par', 'tal'].map((id) => ({
    page: questionFormPage,
    model: toQuestionFormPage(viewOf(id), w),
  })),
  { page: questionFormPage, model: toQuestionFormPage(fresh, w) },
  { page: other.kindPage, model: other.toKindPage(quiz, w) },
  { page: other.textOnlyPage, model: other.toTextOnlyPage(quiz, 'saer', 'strange', w) },
  { page: other.removalPage, model: other.toRemovalPage(quiz, { id: 'par', question: 'Par?', changed: true }, w) },
  ...bankSamples,
]
