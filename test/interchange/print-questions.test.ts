import { expect, test } from 'vitest'
import { printQuestions } from '#interchange/print-questions.ts'
import { isTaken } from '#interchange/question.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import { toNative } from '#interchange/to-native.ts'
import { da } from '#interchange/words.da.ts'
import { en } from '#interchange/words.en.ts'
import { anywhere } from './round-trip.ts'

const printed = (text: string, language?: 'da' | 'en') =>
  printQuestions(text, language)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

test('one JSON object a line, taken or refused, in the order of the file', () => {
  const lines = printed('::Døren::Hvem åbner?{=Ada#Ja, *altid*. ~Bo}\n\nFortæl.{}\n\nHvor mange?{#3:2}')
  expect(lines).toEqual([
    {
      line: 1,
      title: 'Døren',
      kind: 'one',
      options: [
        { text: 'Ada', right: true, feedback: 'Ja, *altid*.' },
        { text: 'Bo', right: false, feedback: null },
      ],
      stem: 'Hvem åbner?',
      explanation: null,
      id: null,
      tags: [],
      category: null,
      notices: [],
    },
    { line: 3, refused: en['interchange.refused.essay'] },
    expect.objectContaining({ line: 5, kind: 'number', answer: 3, tolerance: 2, unit: null }),
  ])
})

test('a pair has both its sides, and text without marks has no backslashes', () => {
  const [match, text] = printed(
    'Sæt sammen.{=112 -> Nu =114 -> Snart = -> Aldrig}\n\n[plain]# Skilt\\: **nej** a_b_c?{=Ja#\\# 1 ~Nej}',
  )
  expect(match).toMatchObject({
    kind: 'match',
    options: [
      { text: '112', right: true, match: 'Nu', feedback: null },
      { text: '114', right: true, match: 'Snart', feedback: null },
      { text: '', right: false, match: 'Aldrig', feedback: null },
    ],
    notices: ['"Aldrig" fits nothing. Our pairs cannot have that, so it is left out'],
  })
  expect(text).toMatchObject({ stem: '# Skilt: **nej** a_b_c?', options: [{ feedback: '# 1' }, {}] })
})

test('the reason is told in the language that was asked for', () => {
  expect(printed('Fortæl.{}', 'da')).toEqual([{ line: 1, refused: da['interchange.refused.essay'] }])
  expect(printed('Vægt?{~%150%a ~b}', 'da')[0]?.refused).toBe('vægten 150 skal være mellem -100 og 100')
})

test('nothing in gives nothing out', () => {
  expect(printQuestions('')).toBe('')
  expect(printQuestions('\ufeff\r\n// kun en kommentar\r\n')).toBe('')
})

test('as our own text: id from the name, the question as heading, nothing made up', () => {
  const source =
    '// [id:Ikke et id]\n::Første::Hvem?\\nVælg én.{=Ada#Ja.\\nDet er hende. ~Bo####Ada.}\n\n::Første::Hvem nu?{~%50%a ~%50%b ~c}'
  expect(toNative(readQuestions(source), { ...anywhere, taken: ['ikke-et-id'] })).toBe(
    [
      '### Hvem? {#ikke-et-id-2 page=side source=kilde}',
      'Vælg én.',
      '',
      '1. [x] Ada',
      '   > Ja.\\',
      '   > Det er hende.',
      '2. [ ] Bo',
      '> Ada.',
      '',
      '### Hvem nu? {#foerste page=side source=kilde}',
      '- [x] a',
      '- [x] b',
      '- [ ] c',
      '',
    ].join('\n'),
  )
})

test('a page or a source the module does not have gives way to the one that was chosen', () => {
  const [question] = readQuestions('// [id:a] [page:fremmed] [source:lov] [source:ukendt] [tag:must]\nKlar?{T}').filter(
    isTaken,
  )
  const targets = { pageIds: new Set(['side']), sourceIds: new Set(['lov']) }
  expect(toNative(question ? [question] : [], { ...anywhere, targets })).toContain('{#a must page=side source=lov}')
  expect(toNative(question ? [question] : [], anywhere)).toContain('{#a must page=side source=kilde}')
})
