import { expect, test } from 'vitest'
import type { QuestionDocument } from '#courses/course.ts'
import { longestPlace, longestShare, placeShare } from '#proofreading/bank.ts'
import { patternOf } from '#proofreading/style-remarks.ts'
import { tinyQuestions } from '../support/tiny-course.ts'

const [one, several, order] = tinyQuestions
const both = (da: string, en = da) => ({ da, en })

/** A question with one right answer out of these; the right one is the one with a star. */
function ask(...texts: (string | { da: string; en: string })[]): QuestionDocument {
  const options = texts.map((text) => (typeof text === 'string' ? both(text) : text))
  return {
    ...(one as QuestionDocument & { kind: 'one' }),
    options: options.map((text) => ({ text, right: text.en.includes('*'), feedbackHtml: null })),
  }
}

test('a right answer gives itself away when it alone is the longest', () => {
  expect(longestShare([ask('aaaa*', 'bb', 'cc')])).toBe(1)
  expect(longestShare([ask('aaaa*', 'bbbbb', 'cc')])).toBe(0)
  expect(longestShare([ask('aaaa*', 'bbbbb', 'cc'), ask('a', 'b*', 'c')])).toBe(0.5)
})

test('two equally long answers give nothing away', () => {
  const question = ask('aaa*', 'bbbb', 'cc')
  expect(longestShare([question])).toBe(0)
  expect(question.kind === 'one' && longestPlace(question, 'da')).toBe(null)
})

test('the language in which it shows most counts', () => {
  expect(longestShare([ask({ da: 'a*', en: 'aaaa*' }, { da: 'bbb', en: 'bb' })])).toBe(1)
})

test('the place where the right answer stands most often is counted', () => {
  expect(placeShare([ask('a*', 'b'), ask('a*', 'b'), ask('a*', 'b'), ask('a', 'b*')])).toBe(0.75)
})

test('only questions with one right answer are judged', () => {
  expect(longestShare([several, order] as QuestionDocument[])).toBe(0)
  expect(placeShare([])).toBe(0)
})

test('in a phrase a star is the rest of a word and a hash is a number', () => {
  expect('De fulderikker'.match(patternOf('fulderik*'))?.[0]).toBe('fulderikker')
  expect('12.500,50 kr. i bøde'.match(patternOf('# kr'))?.[0]).toBe('12.500,50 kr')
  expect('§ 6 c (nu)'.match(patternOf('§ 6 c'))?.[0]).toBe('§ 6 c')
  expect('overfulderik'.match(patternOf('fulderik*'))).toBe(null)
})
