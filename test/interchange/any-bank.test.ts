import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '#courses/markdown.ts'
import { literal, literalInline } from '#interchange/literal.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import { anyBank, anyText, html } from './any-question.ts'
import { inOneLanguage, outAndIn } from './round-trip.ts'

test('any bank goes out as GIFT and comes back the same', () => {
  fc.assert(
    fc.property(anyBank, (bank) => {
      const { back } = outAndIn(bank, 'da')
      expect(back).toEqual(bank.map((question) => inOneLanguage(question, 'da')))
    }),
    { numRuns: 120 },
  )
})

test('any text as Markdown is that text and nothing else, at the start of a line and in the middle', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plainText(literalInline(text))).toBe(text)
      const shown = html(literal(text))
      expect(shown).toMatch(/^<p>[^<]*<\/p>$/)
      expect(plainText(literal(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

test('any text at all is read without throwing, and every line of the answer has its place', () => {
  const anything = fc.oneof(
    anyText,
    fc.string(),
    fc.constantFrom('\n', '\n\n', '{', '}', '{T}', '{=a ~b}', 'A) x', 'ANSWER: A'),
  )
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (parts) => {
      const text = parts.join('\n')
      const lines = readQuestions(text).map(({ line }) => line)
      expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    }),
    { numRuns: 500 },
  )
})
