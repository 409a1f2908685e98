import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueCourses, reasonFor, type Spell } from '#requirements/due.ts'
import { dueInWords } from '#requirements/due-words.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { wordsIn } from '#web/words.ts'
import { nth } from './slow-due.ts'

const spell = (job: Spell['job'], firstOn: string, lastOn: string | null = null): Spell => ({ job, firstOn, lastOn })
const needs = (job: Requirement['job'], days: number, countsFromOn: string, lastOn: string | null = null) => ({
  job,
  courseId: 'basic',
  days,
  countsFromOn,
  lastOn,
})

const cases: readonly (readonly [string, readonly Spell[], readonly Requirement[], string, object])[] = [
  [
    'a job begun on 1 March counts from 1 March',
    [spell('bar', '2026-03-01')],
    [needs('any', 30, '2020-01-01')],
    '2026-03-10',
    { because: 'job-began', firstOn: '2026-03-01', dueOn: '2026-03-31' },
  ],
  [
    'a requirement that began later counts from its own day',
    [spell('bar', '2025-06-01')],
    [needs('any', 30, '2026-03-01')],
    '2026-03-10',
    { because: 'requirement-began', firstOn: '2026-03-01', dueOn: '2026-03-31' },
  ],
  [
    'both on the same day: it is the job that began',
    [spell('bar', '2026-03-01')],
    [needs('any', 30, '2026-03-01')],
    '2026-03-10',
    { because: 'job-began', firstOn: '2026-03-01' },
  ],
  [
    'back within six months: the start from before is kept',
    [spell('bar', '2026-01-01', '2026-02-01'), spell('bar', '2026-06-01')],
    [needs('any', 30, '2020-01-01')],
    '2026-06-10',
    { because: 'kept-from-before', firstOn: '2026-01-01', dueOn: '2026-01-31' },
  ],
  [
    'another job that needs it as well: the start from before is kept',
    [spell('floor', '2026-01-01', '2026-02-28'), spell('door', '2026-03-01')],
    [needs('any', 30, '2020-01-01')],
    '2026-03-10',
    { because: 'kept-from-before', firstOn: '2026-01-01' },
  ],
  [
    'two requirements at once: the one that is due first is named',
    [spell('door', '2026-03-01')],
    [needs('any', 30, '2020-01-01'), needs('door', 5, '2020-01-01')],
    '2026-03-10',
    { because: 'job-began', dueOn: '2026-03-06', requirement: needs('door', 5, '2020-01-01') },
  ],
  [
    'a requirement that was changed counts from the change',
    [spell('bar', '2025-01-01')],
    [needs('any', 30, '2020-01-01', '2026-02-28'), needs('any', 14, '2026-03-01')],
    '2026-03-10',
    { because: 'requirement-began', firstOn: '2026-03-01', dueOn: '2026-03-15' },
  ],
]

test.each(cases)('%s', (_name, spells, requirements, day, expected) => {
  expect(reasonFor(spells, requirements, 'basic', day)).toMatchObject(expected)
})

test('a course that is not required has no reason', () => {
  expect(reasonFor([spell('bar', '2026-03-01')], [needs('door', 5, '2020-01-01')], 'basic', '2026-03-10')).toBeNull()
  expect(reasonFor([spell('bar', '2026-03-01')], [needs('any', 5, '2020-01-01')], 'other', '2026-03-10')).toBeNull()
})

const some = { job: fc.constantFrom('bar' as const, 'door' as const), from: fc.integer({ min: 0, max: 700 }) }
const length = fc.option(fc.integer({ min: 0, max: 300 }))
const until = (from: number, long: number | null) => (long === null ? null : nth(from + long))

test('the reason always adds up to the day the course is due', () => {
  const spells = fc.array(
    fc.record({ ...some, long: length }).map((one) => spell(one.job, nth(one.from), until(one.from, one.long))),
    { minLength: 1, maxLength: 5 },
  )
  const requirements = fc.array(
    fc
      .record({ ...some, days: fc.integer({ min: 0, max: 90 }), long: length })
      .map((one) => needs(one.job, one.days, nth(one.from), until(one.from, one.long))),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(spells, requirements, fc.integer({ min: 0, max: 900 }).map(nth), (own, all, day) => {
      const due = dueCourses(own, all, day)[0] ?? null
      const reason = reasonFor(own, all, 'basic', day)
      expect(reason?.dueOn ?? null).toBe(due?.dueOn ?? null)
      if (!reason) return
      expect(Date.parse(reason.dueOn) - Date.parse(reason.firstOn)).toBe(reason.requirement.days * 86_400_000)
    }),
    { numRuns: 2000 },
  )
})

test('it is said in words, before, on and after the day, in both languages', () => {
  const requirement = needs('any', 30, '2020-01-01')
  const reason = { dueOn: '2026-03-31', firstOn: '2026-03-01', because: 'job-began', requirement } as const
  const said = (language: 'da' | 'en', today: string, venue: string | null) =>
    dueInWords(wordsIn(language), { reason, today, venue })
  expect(said('da', '2026-03-10', null)).toBe(
    'Frist: 31. marts 2026. Det er 30 dage efter den første dag i funktionen, 1. marts 2026.',
  )
  expect(said('da', '2026-03-31', 'Havnen')).toBe(
    'Fristen er i dag, 31. marts 2026. Det er 30 dage efter den første dag i funktionen på Havnen, 1. marts 2026.',
  )
  expect(said('en', '2026-04-01', 'Havnen')).toBe(
    'The deadline was 31 March 2026. That is 30 days after the first day in the job at Havnen, 1 March 2026.',
  )
})
