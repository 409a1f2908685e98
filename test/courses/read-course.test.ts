import { expect, test } from 'vitest'
import type { CourseDocument, QuestionDocument } from '#courses/course.ts'
import { readCourse } from '#courses/read-course.ts'
import { changed, folderOf, sampleFiles } from './sample-course.ts'

const read = (files = {}): CourseDocument => {
  const { course, faults } = readCourse(folderOf({ ...sampleFiles, ...files }))
  expect(faults).toEqual([])
  return course as CourseDocument
}
const module = read().modules[0] as CourseDocument['modules'][number]
const question = (id: string) => module.questions.find((known) => known.id === id) as QuestionDocument

test('a course is read with both languages', () => {
  const { modules, images, ...about } = read()
  expect(about).toEqual({
    id: 'prove',
    title: { da: 'Prøve', en: 'Trial' },
    summary: { da: 'Kort kursus.', en: 'Short course.' },
    audience: ['door', 'bar'],
    buildsOn: [],
    validityMonths: 12,
    local: { politi: { label: { da: 'Nummer', en: 'Number' }, neutral: { da: 'politiet', en: 'the police' } } },
  })
  expect(modules.map(({ id }) => id)).toEqual(['doer'])
  expect(Object.keys(images)).toEqual(['doer/kort.svg'])
  expect(images['doer/kort.svg']?.type).toBe('image/svg+xml')
})

test('a module has its rules, sources and who reviewed it', () => {
  expect(module).toMatchObject({
    title: { da: 'Døren', en: 'The door' },
    minutes: 10,
    objectives: { da: ['Du kan åbne'], en: ['You can open'] },
    quiz: { draw: 2, pass: 50, attempts: 2, pauseMinutes: 5 },
    theoryOnly: true,
    sources: {
      lov: { title: 'Loven', url: 'https://example.org/lov' },
      viden: { title: 'Almen viden', url: null },
    },
    reviewed: [{ by: 'Ada', role: 'trainer', on: '2026-11-01' }],
  })
})

test('a page is its title and HTML with callout, field, picture and table', () => {
  expect(module.pages.map(({ id }) => id)).toEqual(['hvorfor', 'hvordan'])
  const [page] = module.pages
  expect(page?.title).toEqual({ da: 'Hvorfor', en: 'Why' })
  expect(page?.html.da).toContain('<p>Ring til {{lokalt:politi}}.</p>')
  expect(page?.html.da).toContain(
    '<aside class="callout" role="note" data-kind="huskekort"><p class="callout-name">Husk</p>\n<p>112</p>\n</aside>',
  )
  expect(page?.html.en).toContain('<p class="callout-name">Remember</p>')
  expect(page?.html.da).toContain('<img src="/learning/images/{{revision}}/doer/kort.svg" alt="Hvorfor">')
  expect(page?.html.da).toContain('<div class="table-wrap" tabindex="0" role="region" aria-label="Tabel"><table>')
  expect(page?.html.da).toContain('<td data-align="right">2</td>')
  expect(page?.html.da).not.toMatch(/style=|<h1/)
})

test('one right answer: options in their places, feedback and explanation as HTML', () => {
  expect(question('hvem')).toEqual({
    id: 'hvem',
    kind: 'one',
    must: true,
    applied: false,
    pageId: 'hvorfor',
    sources: ['lov', 'viden'],
    title: { da: 'Hvem?', en: 'Who?' },
    html: { da: '<p>Mere tekst.</p>', en: '<p>Mere tekst.</p>' },
    explanationHtml: { da: '<p>Fordi.</p>', en: '<p>Fordi.</p>' },
    options: [
      { text: { da: 'En ven', en: 'A friend' }, right: false, feedbackHtml: { da: '<p>Nej.</p>', en: '<p>Nej.</p>' } },
      { text: { da: '112', en: '112' }, right: true, feedbackHtml: null },
    ],
  })
})

test('several right, order, match and number', () => {
  expect(question('tegn')).toMatchObject({
    kind: 'several',
    options: [{ right: true }, { right: true }, { right: false }],
  })
  expect(question('trin')).toMatchObject({
    kind: 'order',
    items: [{ da: 'Først', en: 'First' }, { da: 'Så' }, { da: 'Sidst' }],
  })
  expect(question('par')).toMatchObject({
    kind: 'match',
    pairs: [{ left: { da: '112' }, right: { da: 'Først', en: 'First' } }, { left: { en: '114' } }, {}],
  })
  expect(question('alder')).toMatchObject({
    kind: 'number',
    answer: 17.5,
    tolerance: 0.5,
    unit: { da: 'år', en: 'years' },
  })
})

test('an answer that begins with a date is taken as it is written, though Markdown makes a list of it', () => {
  const dated = {
    ...changed('doer/da/quiz.md', '- 112 -> Først', '- 12. november -> Først'),
    ...changed('doer/en/quiz.md', '1. First\n', '1. 3) First\n'),
  }
  const [, , order, match] = read(dated).modules[0]?.questions ?? []
  expect(match).toMatchObject({ pairs: [{ left: { da: '12. november', en: '112' } }, {}, {}] })
  expect(order).toMatchObject({ items: [{ da: 'Først', en: '3) First' }, {}, {}] })
})

test('a situation has its intro, steps, choices and endings', () => {
  expect(module.situation?.title).toEqual({ da: 'Nat', en: 'Night' })
  expect(module.situation?.introHtml.da).toBe('<p>Du er på vagt.</p>')
  expect(module.situation?.steps.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'start null',
    'ring null',
    'vent null',
    'ro good',
    'halv fair',
    'galt bad',
  ])
  expect(module.situation?.steps[0]?.choices[1]).toEqual({
    label: { da: 'Vent', en: 'Wait' },
    feedbackHtml: { da: '<p>Nej.</p>', en: '<p>Nej.</p>' },
    to: 'vent',
  })
})

test('a byte order mark, Windows line ends and letters taken apart by a Mac read the same', () => {
  const foreign = Object.fromEntries(
    Object.entries(sampleFiles).map(([path, text]) => [
      path,
      `\uFEFF${text.normalize('NFD').replaceAll('\n', '\r\n')}`,
    ]),
  )
  const { images: _pictures, ...course } = read({ ...foreign, 'doer/kort.svg': sampleFiles['doer/kort.svg'] })
  const { images: _same, ...usual } = read()
  expect(course).toEqual(usual)
})

test('what a module leaves out is as usual: twelve drawn, 80 %, three attempts, an hour', () => {
  const many = Array.from(
    { length: 24 },
    (_, n) => `### Q${n} {#q${n} page=hvorfor source=lov}\n1. [x] a\n2. [ ] b\n   > Nej.\n> Fordi.\n`,
  )
  const quiz = `# Quiz\n\n${many.join('\n')}`
  const course = read({
    ...changed('doer/module.yaml', 'quiz: { draw: 2, pass: 50, attempts: 2, pause: 5 }\ntheory_only: true\n', ''),
    'doer/da/quiz.md': quiz,
    'doer/en/quiz.md': quiz,
  })
  expect(course.modules[0]?.quiz).toEqual({ draw: 12, pass: 80, attempts: 3, pauseMinutes: 60 })
  expect(course.modules[0]?.theoryOnly).toBe(false)
})

test('a module may be without a situation', () => {
  const course = read({ 'doer/da/situation.md': undefined, 'doer/en/situation.md': undefined })
  expect(course.modules[0]?.situation).toBeNull()
})

test('marks in a heading or an answer are taken off, hostile text stays text', () => {
  const course = read({
    ...changed('doer/da/quiz.md', '[ ] En ven', '[ ] **En** `ven` & 1 < 2'),
    ...changed('doer/da/01-hvorfor.md', 'Ring til', 'Ring [nu](https://example.org?a="b) til 1 < 2 & "dem"'),
  })
  const [first] = course.modules[0]?.questions ?? []
  expect(first?.kind === 'one' && first.options[0]?.text.da).toBe('En ven & 1 < 2')
  expect(course.modules[0]?.pages[0]?.html.da).toContain('1 &lt; 2 &amp; &quot;dem&quot;')
})
