import { expect, test } from 'vitest'
import type { Job } from '#people/job.ts'
import { between, inJobFrom, type JobSpell, lastDayOf, overlap } from '#people/job-spells.ts'

const spell = (job: Job, firstOn: string, lastOn: string | null): JobSpell => ({ job, firstOn, lastOn })
const told = (spells: readonly JobSpell[]) =>
  spells.map(({ job, firstOn, lastOn }) => `${job} ${firstOn}–${lastOn ?? ''}`).join(', ')

const bar = [spell('bar', '2026-03-01', null)]
const moved = [spell('bar', '2026-03-01', '2026-05-31'), spell('door', '2026-06-01', null)]
const thrice = [
  spell('bar', '2026-03-01', '2026-05-31'),
  spell('door', '2026-06-01', '2026-06-30'),
  spell('floor', '2026-07-01', '2026-12-31'),
]

test.each([
  ['ahead', bar, 'door', '2026-12-01', 'bar 2026-03-01–2026-11-30, door 2026-12-01–'],
  ['from the first day', bar, 'door', '2026-03-01', 'door 2026-03-01–'],
  ['the same job', bar, 'bar', '2026-12-01', 'bar 2026-03-01–'],
  ['a later change gives way', moved, 'kitchen', '2026-05-01', 'bar 2026-03-01–2026-04-30, kitchen 2026-05-01–'],
  ['a later change is called off', moved, 'bar', '2026-05-01', 'bar 2026-03-01–'],
  ['the change moves forward', moved, 'door', '2026-05-01', 'bar 2026-03-01–2026-04-30, door 2026-05-01–'],
  ['on the day of the change', moved, 'kitchen', '2026-06-01', 'bar 2026-03-01–2026-05-31, kitchen 2026-06-01–'],
  [
    'the last day stays',
    thrice,
    'bar',
    '2026-06-15',
    'bar 2026-03-01–2026-05-31, door 2026-06-01–2026-06-14, bar 2026-06-15–2026-12-31',
  ],
  ['back to the job before', thrice, 'bar', '2026-06-01', 'bar 2026-03-01–2026-12-31'],
] as const)('another job: %s', (_name, spells, job, day, expected) => {
  expect(told(inJobFrom(spells, job, day))).toBe(expected)
})

test.each([
  ['earlier', moved, '2026-02-01', null, 'bar 2026-02-01–2026-05-31, door 2026-06-01–'],
  ['later, past the first job', moved, '2026-06-15', null, 'door 2026-06-15–'],
  ['ended in the first job', moved, '2026-03-01', '2026-04-01', 'bar 2026-03-01–2026-04-01'],
  ['ended on the day before the change', moved, '2026-03-01', '2026-05-31', 'bar 2026-03-01–2026-05-31'],
  [
    'ended on the day of the change',
    moved,
    '2026-03-01',
    '2026-06-01',
    'bar 2026-03-01–2026-05-31, door 2026-06-01–2026-06-01',
  ],
  ['wholly before', thrice, '2026-01-01', '2026-01-31', 'bar 2026-01-01–2026-01-31'],
  ['wholly after', thrice, '2027-01-01', null, 'floor 2027-01-01–'],
  [
    'open again',
    thrice,
    '2026-03-01',
    null,
    'bar 2026-03-01–2026-05-31, door 2026-06-01–2026-06-30, floor 2026-07-01–',
  ],
  [
    'ended while two jobs go on side by side',
    [spell('bar', '2026-03-01', null), spell('door', '2026-06-01', null)],
    '2026-03-01',
    '2026-07-01',
    'bar 2026-03-01–2026-07-01, door 2026-06-01–2026-07-01',
  ],
] as const)('other days: %s', (_name, spells, firstOn, lastOn, expected) => {
  expect(told(between(spells, firstOn, lastOn))).toBe(expected)
})

test.each([
  ['2026-05-31', '2026-06-01', false],
  ['2026-06-01', '2026-06-01', true],
  [null, '2030-01-01', true],
] as const)('one that lasts to %s and one from %s share a day: %s', (lastOn, firstOn, shared) => {
  const [one, other] = [spell('bar', '2026-03-01', lastOn), spell('bar', firstOn, null)]
  expect([overlap(one, other), overlap(other, one)]).toEqual([shared, shared])
})

test.each([
  ['2026-05-31', ['2026-05-31', '2026-03-01']],
  [null, [null, '2026-05-31']],
  [null, ['2026-05-31', null]],
])('%s is the last day of jobs that end %j', (expected, ends) => {
  expect(lastDayOf(ends.map((lastOn) => ({ lastOn })))).toBe(expected)
})
