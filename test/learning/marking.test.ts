import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { QuestionDocument } from '#courses/course.ts'
import { placesOf } from '#courses/question-for-learner.ts'
import { type Choice, readChoice, sentOf } from '#learning/answer.ts'
import { isRight, keyOf, mark, rightNeeded } from '#learning/marking.ts'
import { tinyQuestions } from '../support/tiny-course.ts'

const question = (id: string) => tinyQuestions.find((one) => one.id === id) as QuestionDocument

const table: readonly [id: string, choice: Choice, right: boolean][] = [
  ['call', ['1'], true],
  ['call', ['2'], false],
  ['signs', ['1', '2'], true],
  ['signs', ['1'], false],
  ['signs', ['1', '2', '3'], false],
  ['signs', ['3'], false],
  ['steps', ['1', '2', '3'], true],
  ['steps', ['1', '3', '2'], false],
  ['numbers', ['1', '2', '3'], true],
  ['numbers', ['2', '1', '3'], false],
  ['age', ['18'], true],
  ['age', ['18.0'], true],
  ['age', ['17.9'], false],
  ['age', ['-18'], false],
]

test.each(table)('%s answered %j is right: %s', (id, choice, right) => {
  expect(isRight(question(id), choice)).toBe(right)
})

test('a number is right up to its tolerance on both sides, and no further', () => {
  const about = { ...(question('age') as QuestionDocument & { kind: 'number' }), answer: 0.3, tolerance: 0.1 }
  expect(['0.2', '0.4', '0.3'].map((text) => isRight(about, [text]))).toEqual([true, true, true])
  expect(['0.19', '0.41'].map((text) => isRight(about, [text]))).toEqual([false, false])
})

test('no answer is wrong', () => {
  for (const one of tinyQuestions) expect(isRight(one, undefined)).toBe(false)
})

const answersRightTo = (right: readonly QuestionDocument[]) => new Map(right.map((one) => [one.id, keyOf(one)]))

test('the key of every question is right, and no subset of right answers passes without the must-question', () => {
  fc.assert(
    fc.property(fc.subarray([...tinyQuestions]), (right) => {
      const result = mark(tinyQuestions, answersRightTo(right), 80)
      expect(result.right).toBe(right.length)
      const has = right.some((one) => one.must)
      expect(result.passed).toBe(right.length >= 4 && has)
      expect(result.missedMusts).toEqual(has ? [] : ['call'])
    }),
  )
})

test('the pass mark is counted in whole questions: 80 % of 12 is 10', () => {
  expect([rightNeeded(12, 80), rightNeeded(5, 80), rightNeeded(10, 75), rightNeeded(3, 100)]).toEqual([10, 4, 8, 3])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100 }), (count, pass) => {
      const questions = Array.from({ length: count }, (_, n) => ({ ...question('call'), must: false, id: `q${n}` }))
      for (const right of [rightNeeded(count, pass), rightNeeded(count, pass) - 1])
        expect(mark(questions, answersRightTo(questions.slice(0, right)), pass).passed).toBe(
          right >= rightNeeded(count, pass),
        )
    }),
  )
})

test('whatever order a page shows, the answer is kept in places of the document and shown again as it was sent', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tinyQuestions), fc.infiniteStream(fc.nat()), (one, chances) => {
      const order = placesOf(one).toSorted(() => (chances.next().value as number) - 1)
      const sent = sentOf(one, order, keyOf(one))
      const read = readChoice(one, order, sent)
      expect(read.ok && read.choice && isRight(one, read.choice)).toBe(true)
    }),
  )
})

const reads: readonly [id: string, sent: string[], expected: unknown][] = [
  ['call', [], null],
  ['call', ['1', '2'], 'learning.choiceUnfinished'],
  ['call', ['9'], 'learning.choiceUnknown'],
  ['call', ['constructor'], 'learning.choiceUnknown'],
  ['signs', ['2', '1'], ['1', '2']],
  ['signs', ['1', '1'], 'learning.choiceTwice'],
  ['steps', ['', '', ''], null],
  ['steps', ['1', '', '2'], 'learning.choiceUnfinished'],
  ['steps', ['1', '2'], 'learning.choiceUnfinished'],
  ['steps', ['1', '1', '2'], 'learning.choiceTwice'],
  ['numbers', ['3', '2', '1'], ['3', '2', '1']],
  ['age', ['18,5'], ['18.5']],
  ['age', [' 18 '], ['18']],
  ['age', ['atten'], 'learning.choiceNumber'],
  ['age', ['1e3'], 'learning.choiceNumber'],
  ['age', ['18', '19'], 'learning.choiceNumber'],
  ['age', [''], null],
]

test.each(reads)('%s sent as %j reads %j', (id, sent, expected) => {
  const one = question(id)
  const read = readChoice(one, placesOf(one), sent)
  expect(read.ok ? read.choice : read.fault).toEqual(expected)
})
