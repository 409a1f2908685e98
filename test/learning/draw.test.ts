import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededChance } from '#base/chance.ts'
import type { ModuleDocument, QuestionDocument } from '#courses/course.ts'
import { drawQuestions } from '#learning/draw.ts'
import { tinyCourse, tinyQuestions } from '../support/tiny-course.ts'

const call = tinyQuestions[0] as QuestionDocument
const bankOf = (musts: number, others: number): ModuleDocument => ({
  ...(tinyCourse.modules[0] as ModuleDocument),
  quiz: { draw: 12, pass: 80, attempts: 3, pauseMinutes: 60 },
  questions: Array.from({ length: musts + others }, (_, n) => ({ ...call, id: `q${n}`, must: n < musts })),
})

test('every draw has all must-questions, as many others as are wanted, each once', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 20, max: 40 }),
      (seed, musts, others) => {
        const drawn = drawQuestions(bankOf(musts, others), seededChance(seed)).map((one) => one.id)
        expect(new Set(drawn).size).toBe(12)
        for (let n = 0; n < musts; n++) expect(drawn).toContain(`q${n}`)
      },
    ),
  )
})

test('every order is a new order of the same options', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      for (const { id, order } of drawQuestions(tinyCourse.modules[0] as ModuleDocument, seededChance(seed)))
        expect(order.toSorted()).toEqual(id === 'age' ? [] : ['1', '2', '3'])
    }),
  )
})

test('the same question stands in different places in different draws', () => {
  const places = new Set(
    Array.from({ length: 40 }, (_, seed) =>
      drawQuestions(bankOf(1, 24), seededChance(seed)).findIndex((one) => one.id === 'q0'),
    ),
  )
  expect(places.size).toBeGreaterThan(5)
})
