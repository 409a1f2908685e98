import { expect, test } from 'vitest'
import type { QuestionDocument } from '#courses/course.ts'
import { concernOf } from '#hindsight/concern.ts'
import { concernText } from '#hindsight/concern-words.ts'
import { questionFigures } from '#hindsight/question-figures.ts'
import { allGoOneWay, manyStop, mostEndBadly } from '#hindsight/reading-concern.ts'
import { wordsIn } from '#web/words.ts'
import { tinyCourse, tinyQuestions } from '../support/tiny-course.ts'

const question = (id: string) => tinyQuestions.find((one) => one.id === id) as QuestionDocument
const optional = (id: string): QuestionDocument => ({ ...question(id), must: false })

/** People by what they chose: places with a space between. */
function judge(of: QuestionDocument, given: Readonly<Record<string, number>>) {
  const counts = new Map(Object.entries(given).map(([choice, people]) => [JSON.stringify(choice.split(' ')), people]))
  const figures = questionFigures(of, counts)
  return { question: of, figures, concern: concernOf(of, figures) }
}

const cases: [string, QuestionDocument, Record<string, number>, string][] = [
  ['four people are too few', question('call'), { 2: 4 }, 'few'],
  ['a wrong answer more take than the right one', question('call'), { 1: 3, 2: 8 }, 'unclear'],
  ['fewer than half right, each in another way', question('call'), { 1: 4, 2: 3, 3: 3 }, 'hard'],
  ['a third take one wrong answer', question('call'), { 1: 6, 2: 3 }, 'misled'],
  ['two slips are no sign', question('call'), { 1: 4, 2: 2 }, 'fine'],
  ['a third leave out the same', question('signs'), { '1 2': 6, 1: 3 }, 'forgotten'],
  ['all of nine right may be chance', optional('call'), { 1: 9 }, 'fine'],
  ['all of ten right is too easy', optional('call'), { 1: 10 }, 'easy'],
  ['what all have to know is meant to be known', question('call'), { 1: 10 }, 'fine'],
  ['a wrong answer nobody believes', question('call'), { 1: 17, 2: 3 }, 'idle'],
  ['a wrong answer one in twenty believes', question('call'), { 1: 16, 2: 3, 3: 1 }, 'fine'],
  ['too few to say that nobody believes it', question('call'), { 1: 16, 2: 3 }, 'fine'],
  ['a wrong pair', question('numbers'), { '1 2 3': 2, '2 1 3': 5 }, 'unclear'],
  ['a wrong order', question('steps'), { '1 2 3': 2, '2 1 3': 3 }, 'unclear'],
  ['a number too low', question('age'), { 18: 2, 16: 2, 15: 1 }, 'unclear'],
]

test.each(cases)('%s', (_name, of, given, kind) => {
  expect(judge(of, given).concern.kind).toBe(kind)
})

test('it is said in plain words, and a number somebody typed is not repeated', () => {
  const da = (of: QuestionDocument, given: Record<string, number>) => concernText(judge(of, given), wordsIn('da'))
  expect(da(question('call'), { 1: 3, 2: 8 })).toMatch(/^8 af 11 svarede »A friend \(da\)«, og kun 3 havde ret\./)
  expect(da(question('numbers'), { '1 2 3': 2, '2 1 3': 5 })).toContain('»112 (da) → Police (da)«')
  expect(da(question('steps'), { '1 2 3': 2, '2 1 3': 3 })).toContain('»Call (da) → Look (da) → Stay (da)«')
  const number = da(question('age'), { 18: 2, 20304050: 3 })
  expect(number).toContain('et tal, der er for højt')
  expect(number).not.toContain('20304050')
})

test('where many stop, where all go one way, where most end badly', () => {
  expect(manyStop({ read: 4, on: 0 })).toBe(false)
  expect(manyStop({ read: 8, on: 6 })).toBe(false)
  expect(manyStop({ read: 12, on: 9 })).toBe(true)
  const step = tinyCourse.modules[0]?.situation?.steps[0]
  if (!step) throw new Error('no situation')
  expect([allGoOneWay(step, [9, 0]), allGoOneWay(step, [10, 0]), allGoOneWay(step, [10, 1])]).toEqual([
    false,
    true,
    false,
  ])
  expect([mostEndBadly({ good: 0, fair: 0, bad: 4 }), mostEndBadly({ good: 2, fair: 0, bad: 3 })]).toEqual([
    false,
    true,
  ])
})
