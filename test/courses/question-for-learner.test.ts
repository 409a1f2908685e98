import { expect, test } from 'vitest'
import type { QuestionDocument, QuestionKind } from '#courses/course.ts'
import { documentPlace, placesOf, questionForLearner } from '#courses/question-for-learner.ts'
import { tinyQuestions } from '../support/tiny-course.ts'

const question = (kind: QuestionKind) => tinyQuestions.find((known) => known.kind === kind) as QuestionDocument

test('places are counted from one; a number has none', () => {
  expect(placesOf(question('one'))).toEqual(['1', '2', '3'])
  expect(placesOf(question('order'))).toEqual(['1', '2', '3'])
  expect(placesOf(question('match'))).toEqual(['1', '2', '3'])
  expect(placesOf(question('number'))).toEqual([])
})

test('options are shown in the pinned order under their places in the document', () => {
  expect(questionForLearner(question('one'), 'en', ['3', '1', '2'])).toEqual({
    id: 'call',
    kind: 'one',
    title: 'Question call?',
    html: '',
    unit: null,
    options: [
      { id: '3', text: 'No one' },
      { id: '1', text: '112' },
      { id: '2', text: 'A friend' },
    ],
    lefts: [],
    rights: [],
  })
  expect(documentPlace(question('one'), ['3', '1', '2'], '3')).toBe('3')
})

test('things to be sorted carry the place they are shown in, which gives no order away', () => {
  const order = ['2', '3', '1']
  expect(questionForLearner(question('order'), 'en', order).options).toEqual([
    { id: '1', text: 'Call' },
    { id: '2', text: 'Stay' },
    { id: '3', text: 'Look' },
  ])
  expect(['1', '2', '3'].map((shown) => documentPlace(question('order'), order, shown))).toEqual(order)
})

test('of pairs the right sides stand apart, in the pinned order', () => {
  const order = ['3', '1', '2']
  const { lefts, rights, options } = questionForLearner(question('match'), 'da', order)
  expect(options).toEqual([])
  expect(lefts.map(({ text }) => text)).toEqual(['112 (da)', '114 (da)', '1813 (da)'])
  expect(rights).toEqual([
    { id: '1', text: 'Doctor (da)' },
    { id: '2', text: 'Acute (da)' },
    { id: '3', text: 'Police (da)' },
  ])
  expect(documentPlace(question('match'), order, '2')).toBe('1')
})

test('a number shows its unit and nothing else', () => {
  expect(questionForLearner(question('number'), 'en', [])).toMatchObject({ unit: 'years', options: [], rights: [] })
})

test('no key is in what a learner sees', () => {
  for (const known of tinyQuestions) {
    const shown = JSON.stringify(questionForLearner(known, 'en', placesOf(known)))
    expect(shown).not.toMatch(/"(right|feedbackHtml|explanationHtml|answer|tolerance|must|sources)"|Because|About/)
  }
})

test('an id that was not shown has no place', () => {
  for (const kind of ['one', 'order', 'match', 'number'] as const)
    for (const made of ['0', '4', '1.0', '01', '', 'x', '__proto__'])
      expect(documentPlace(question(kind), placesOf(question(kind)), made)).toBeNull()
  expect(documentPlace(question('one'), ['1', '2', '9'], '9')).toBeNull()
  expect(questionForLearner(question('order'), 'en', ['9', 'x', '1']).options).toEqual([{ id: '1', text: 'Look' }])
})
