import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueCourses, isLate, lateWhenBegunBefore, requiredCourses, type Spell } from '#requirements/due.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { nth, slowDue } from './slow-due.ts'

const spell = (job: Spell['job'], firstOn: string, lastOn: string | null = null): Spell => ({ job, firstOn, lastOn })
const needs = (
  job: Requirement['job'],
  courseId: string,
  days: number,
  countsFromOn = '2020-01-01',
  lastOn: string | null = null,
): Requirement => ({ job, courseId, days, countsFromOn, lastOn })

const basic = needs('any', 'basic', 30)
const barNeedsWine = needs('bar', 'wine', 14)

const cases: readonly (readonly [string, readonly Spell[], readonly Requirement[], string, Record<string, string>])[] =
  [
    ['1 March + 30 days is 31 March', [spell('bar', '2026-03-01')], [basic], '2026-03-10', { basic: '2026-03-31' }],
    [
      'a requirement that counts from later gives its days from then',
      [spell('bar', '2025-06-01')],
      [needs('any', 'basic', 30, '2026-03-01')],
      '2026-03-10',
      { basic: '2026-03-31' },
    ],
    [
      'a requirement that does not count yet asks nothing',
      [spell('bar', '2025-06-01')],
      [basic, needs('any', 'new', 10, '2026-04-01')],
      '2026-03-31',
      { basic: '2025-07-01' },
    ],
    ['a requirement for another job asks nothing', [spell('door', '2026-03-01')], [barNeedsWine], '2026-03-10', {}],
    [
      'changing job gives fresh days only for what the new job newly requires',
      [spell('floor', '2026-01-10', '2026-02-28'), spell('bar', '2026-03-01')],
      [basic, barNeedsWine],
      '2026-03-10',
      { basic: '2026-02-09', wine: '2026-03-15' },
    ],
    [
      'a course that two jobs require by requirements of their own keeps its earlier start',
      [spell('door', '2026-01-10', '2026-02-28'), spell('bar', '2026-03-01')],
      [barNeedsWine, needs('door', 'wine', 60)],
      '2026-03-10',
      { wine: '2026-01-24' },
    ],
    [
      'a job that began to require it only later gives fresh days to who came from there before',
      [spell('door', '2025-12-01', '2026-02-09'), spell('bar', '2026-02-10')],
      [barNeedsWine, needs('door', 'wine', 30, '2026-06-01')],
      '2026-03-01',
      { wine: '2026-02-24' },
    ],
    [
      'coming back on the last day of six months gives no fresh days',
      [spell('bar', '2025-01-01', '2025-08-31'), spell('bar', '2026-02-28')],
      [basic],
      '2026-03-01',
      { basic: '2025-01-31' },
    ],
    [
      'coming back a day after six months begins anew',
      [spell('bar', '2025-01-01', '2025-08-31'), spell('bar', '2026-03-01')],
      [basic],
      '2026-03-01',
      { basic: '2026-03-31' },
    ],
    [
      'several short absences are each less than six months',
      [spell('bar', '2024-01-01', '2024-03-01'), spell('bar', '2024-08-01', '2024-09-01'), spell('bar', '2025-02-01')],
      [basic],
      '2025-02-02',
      { basic: '2024-01-31' },
    ],
    [
      'a short time in a job that does not require it is an absence like another',
      [
        spell('bar', '2025-01-01', '2025-05-31'),
        spell('kitchen', '2025-06-01', '2025-07-31'),
        spell('bar', '2025-08-01'),
      ],
      [barNeedsWine],
      '2025-08-02',
      { wine: '2025-01-15' },
    ],
    [
      'two jobs at once: the earliest due day counts',
      [spell('bar', '2026-03-01'), spell('door', '2026-03-05')],
      [needs('door', 'basic', 5), basic],
      '2026-03-10',
      { basic: '2026-03-06' },
    ],
    [
      'a requirement made stricter counts its days from the day it changed',
      [spell('bar', '2025-01-01')],
      [needs('any', 'basic', 30, '2024-01-01', '2026-02-28'), needs('any', 'basic', 10, '2026-03-01')],
      '2026-03-02',
      { basic: '2026-03-11' },
    ],
    ['who has left has nothing due', [spell('bar', '2026-01-01', '2026-02-01')], [basic], '2026-02-02', {}],
    [
      'the last day still counts',
      [spell('bar', '2026-01-01', '2026-02-01')],
      [basic],
      '2026-02-01',
      { basic: '2026-01-31' },
    ],
  ]

test.each(cases)('%s', (_name, spells, requirements, day, expected) => {
  expect(Object.fromEntries(dueCourses(spells, requirements, day).map((due) => [due.courseId, due.dueOn]))).toEqual(
    expected,
  )
  expect(requiredCourses(spells, requirements, day)).toEqual(Object.keys(expected).sort())
})

test('what is due on 31 March is late from 1 April', () => {
  expect(isLate('2026-03-31', '2026-03-31')).toBe(false)
  expect(isLate('2026-03-31', '2026-04-01')).toBe(true)
})

const days = fc.integer({ min: 0, max: 1000 })
const spells = fc.array(
  fc
    .record({
      job: fc.constantFrom('bar' as const, 'door' as const),
      from: days,
      long: fc.option(fc.integer({ min: 0, max: 300 })),
    })
    .map(({ job, from, long }) => spell(job, nth(from), long === null ? null : nth(from + long))),
  { minLength: 1, maxLength: 5 },
)
const requirements = fc.array(
  fc
    .record({
      job: fc.constantFrom('any' as const, 'bar' as const, 'door' as const),
      course: fc.constantFrom('a', 'b'),
      grace: fc.integer({ min: 0, max: 60 }),
      from: days,
      long: fc.option(fc.integer({ min: 0, max: 400 })),
    })
    .map(({ job, course, grace, from, long }) =>
      needs(job, course, grace, nth(from), long === null ? null : nth(from + long)),
    ),
  { minLength: 1, maxLength: 4 },
)

test('due days are those of a slow walk through every day', () => {
  fc.assert(
    fc.property(spells, requirements, days, (worked, required, on) => {
      expect(dueCourses(worked, required, nth(on))).toEqual(slowDue(worked, required, nth(on)))
    }),
    { numRuns: 300 },
  )
})

test('whoever began before the day that splits is late, and who began on it is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), days, days, days, (grace, from, begun, on) => {
      const rule = needs('any', 'a', grace, nth(from))
      const cutOff = lateWhenBegunBefore(rule, nth(on))
      fc.pre(begun <= on && from <= on)
      const [due] = dueCourses([spell('bar', nth(begun))], [rule], nth(on))
      expect(isLate(due?.dueOn as string, nth(on))).toBe(cutOff !== null && nth(begun) < cutOff)
    }),
  )
})
