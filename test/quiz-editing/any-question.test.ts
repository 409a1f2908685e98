import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FormQuestion } from '#quiz-editing/form-question.ts'
import { questionHeld } from '#quiz-editing/question-held.ts'
import { partWith, printForm, type QuizPart, readForm } from '#quiz-editing/quiz-form.ts'
import { tidyQuestion } from '#quiz-editing/tidy-question.ts'
import { anyFormQuestion, hostile } from './any-form-question.ts'

const before = '### Før {#zz-foer page=x source=y}\n1. [x] Ja\n2. [ ] Nej\n   > Nej.\n> Fordi.\n'
const fieldsOf = ({ written: _, ...fields }: FormQuestion) => fields

test('any question typed into a form is that question in the text, alone among its neighbours', () => {
  fc.assert(
    fc.property(anyFormQuestion, fc.constantFrom('\n', '\r\n'), (question, lineEnd) => {
      const part = partWith(question, lineEnd)
      const text = `# Quiz\n\n${before}\n${part.source}\n${before.replace('zz-foer', 'zz-efter')}`
      const form = readForm(text)
      expect(form.parts.map(({ id }) => id)).toEqual(['zz-foer', question.id, 'zz-efter'])
      const [, read] = form.parts
      expect(read?.source).toBe(part.source)
      const held = questionHeld(read as QuizPart)?.question as FormQuestion
      expect(fieldsOf(held)).toEqual(fieldsOf(tidyQuestion(question)))
      expect(partWith(held, lineEnd).source).toBe(part.source)
      expect(printForm(form)).toBe(text)
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  )
})

test('tidying twice is tidying once', () => {
  fc.assert(
    fc.property(anyFormQuestion, (question) => {
      const tidy = tidyQuestion(question)
      expect(tidyQuestion(tidy)).toEqual(tidy)
    }),
    { numRuns: 300 },
  )
})

const anyText = fc
  .array(
    fc.oneof(fc.constantFrom(...hostile), fc.constantFrom('### A {#a page=x}', '1. [x] b', '   > c', '> d', 'e')),
    { maxLength: 25 },
  )
  .chain((parts) => fc.constantFrom('\n', '\r\n', '\r').map((end) => parts.join(end)))

test('any text at all comes out of the form as it went in, and a question it holds says the same when it is written anew', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const form = readForm(text)
      expect(printForm(form)).toBe(text)
      for (const part of form.parts) {
        const held = questionHeld(part)
        if (!held) continue
        const again = questionHeld(partWith(held.question, form.lineEnd))
        expect(again && fieldsOf(again.question)).toEqual(fieldsOf(tidyQuestion(held.question)))
      }
    }),
    { numRuns: 300 },
  )
})
