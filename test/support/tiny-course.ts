import type { CourseDocument, ModuleDocument, QuestionDocument } from '#courses/course.ts'

const both = (text: string) => ({ da: `${text} (da)`, en: text })
const page = (id: string) => ({ id, title: both(`Page ${id}`), html: both(`<p>Text of ${id}.</p>`) })
const about = (id: string, must = false) => ({
  id,
  must,
  applied: false,
  pageId: 'why',
  sources: ['law'],
  title: both(`Question ${id}?`),
  html: both(''),
  explanationHtml: both(`<p>Because ${id}.</p>`),
})
const option = (text: string, right: boolean) => ({
  text: both(text),
  right,
  feedbackHtml: both(`<p>About ${text}.</p>`),
})

/** One question of each kind; the first has to be right. */
export const tinyQuestions: readonly QuestionDocument[] = [
  {
    ...about('call', true),
    kind: 'one',
    options: [option('112', true), option('A friend', false), option('No one', false)],
  },
  {
    ...about('signs'),
    kind: 'several',
    options: [option('Pale', true), option('Cold sweat', true), option('Red shoes', false)],
  },
  { ...about('steps'), kind: 'order', items: [both('Look'), both('Call'), both('Stay')] },
  {
    ...about('numbers'),
    kind: 'match',
    pairs: [
      { left: both('112'), right: both('Acute') },
      { left: both('114'), right: both('Police') },
      { left: both('1813'), right: both('Doctor') },
    ],
  },
  { ...about('age'), kind: 'number', answer: 18, tolerance: 0, unit: both('years') },
]

const module = (id: string): ModuleDocument => ({
  id,
  title: both(`Module ${id}`),
  summary: both(`About ${id}.`),
  minutes: 10,
  objectives: { da: ['Du kan det'], en: ['You can do it'] },
  quiz: { draw: 5, pass: 80, attempts: 3, pauseMinutes: 60 },
  theoryOnly: id === 'aid',
  sources: { law: { title: 'The law', url: 'https://example.org/law' } },
  reviewed: [],
  pages: [page('why'), page('how')],
  situation: {
    title: both('At the door'),
    introHtml: both('<p>Friday.</p>'),
    steps: [
      {
        id: 'start',
        title: both('A guest shouts'),
        html: both('<p>What now?</p>'),
        choices: [
          { label: both('Talk calmly'), feedbackHtml: both('<p>Good.</p>'), to: 'calm' },
          { label: both('Push'), feedbackHtml: both('<p>That hurts.</p>'), to: 'fight' },
        ],
        outcome: null,
      },
      { id: 'calm', title: both('Calm'), html: both('<p>He goes.</p>'), choices: [], outcome: 'good' },
      { id: 'fight', title: both('A fight'), html: both('<p>Police.</p>'), choices: [], outcome: 'bad' },
    ],
  },
  exercise: null,
  questions: tinyQuestions,
  card: null,
})

/** A course small enough to read: two modules, two pages each, a situation of one choice, five questions all drawn. */
export const tinyCourse: CourseDocument = {
  id: 'grundkursus',
  title: both('Basic course'),
  summary: both('What everybody knows.'),
  audience: 'all',
  buildsOn: [],
  validityMonths: 24,
  local: { direct: { label: both('Direct number'), neutral: both('the direct number') } },
  modules: [module('police'), module('aid')],
  images: {},
}
