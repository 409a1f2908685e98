import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { readTown } from '#coverage/town-store.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type History, write } from './history.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

type Employment = History['employments'][number]
const works = (person: string, venue: string, firstOn: string, more: Partial<Employment> = {}): Employment => ({
  ...{ person, venue, firstOn, job: 'bar', lastOn: null, confirmed: true, written: firstOn, superseded: null },
  ...more,
})
const has = (
  person: string,
  issued: string,
  lastOn: string | null,
  course = 'basic',
  endings: History['certificates'][number]['endings'] = [],
) => ({
  ...{ person, course, issued, lastOn, endings },
})
type Rule = History['requirements'][number]
const rule = (more: Partial<Rule> = {}): Rule => ({
  ...{
    job: 'any',
    course: 'basic',
    days: 30,
    from: '2020-01-01',
    lastOn: null,
    written: '2020-01-01',
    superseded: null,
  },
  ...more,
})

/** For a day (and as known when, if not now): each venue and the town as "covered/within/late". */
type Answers = Readonly<Record<string, string>>
const cases: readonly (readonly [string, Partial<History>, Answers])[] = [
  [
    'a newcomer is within the deadline to its last day, and late the day after',
    { employments: [works('ines', 'havnen', '2026-03-01')] },
    {
      '2026-02-28': 'havnen 0/0/0 town 0/0/0',
      '2026-03-01': 'havnen 0/1/0 town 0/1/0',
      '2026-03-31': 'havnen 0/1/0 town 0/1/0',
      '2026-04-01': 'havnen 0/0/1 town 0/0/1',
    },
  ],
  [
    'a certificate covers from the day it is issued to the end of its last day',
    { employments: [works('ines', 'havnen', '2025-01-01')], certificates: [has('ines', '2026-03-05', '2028-03-05')] },
    {
      '2026-03-04': 'havnen 0/0/1 town 0/0/1',
      '2026-03-05': 'havnen 1/0/0 town 1/0/0',
      '2028-03-05': 'havnen 1/0/0 town 1/0/0',
      '2028-03-06': 'havnen 0/0/1 town 0/0/1',
    },
  ],
  [
    'a certificate without a last day covers for good, also at the next venue',
    {
      employments: [
        works('ines', 'havnen', '2025-01-01', { lastOn: '2025-06-30' }),
        works('ines', 'kilden', '2025-07-01'),
      ],
      certificates: [has('ines', '2025-01-10', null)],
    },
    {
      '2025-06-30': 'havnen 1/0/0 kilden 0/0/0 town 1/0/0',
      '2025-07-01': 'havnen 0/0/0 kilden 1/0/0 town 1/0/0',
    },
  ],
  [
    'revoked on 1 June: covered on 31 May, not on 1 June',
    {
      employments: [works('ines', 'havnen', '2025-01-01')],
      certificates: [has('ines', '2026-01-05', '2028-01-05', 'basic', [{ from: '2026-06-01', written: '2026-06-01' }])],
    },
    {
      '2026-05-31': 'havnen 1/0/0 town 1/0/0',
      '2026-06-01': 'havnen 0/0/1 town 0/0/1',
      '2026-06-01 as known 2026-05-31': 'havnen 1/0/0 town 1/0/0',
    },
  ],
  [
    'issued in error: never covered, as we know it since',
    {
      employments: [works('ines', 'havnen', '2025-01-01')],
      certificates: [has('ines', '2026-01-05', '2028-01-05', 'basic', [{ from: '2026-01-05', written: '2026-06-01' }])],
    },
    {
      '2026-01-05': 'havnen 0/0/1 town 0/0/1',
      '2026-05-31': 'havnen 0/0/1 town 0/0/1',
      '2026-05-31 as known 2026-05-31': 'havnen 1/0/0 town 1/0/0',
    },
  ],
  [
    'within six months back: the old deadline; a day later: a new one',
    {
      employments: [
        works('ines', 'havnen', '2025-01-01', { lastOn: '2025-08-31' }),
        works('ines', 'havnen', '2026-02-28'),
        works('noor', 'havnen', '2025-01-01', { lastOn: '2025-08-31' }),
        works('noor', 'havnen', '2026-03-01'),
      ],
    },
    {
      '2025-08-31': 'havnen 0/0/2 town 0/0/2',
      '2025-09-01': 'havnen 0/0/0 town 0/0/0',
      '2026-03-02': 'havnen 0/1/1 town 0/1/1',
    },
  ],
  [
    'a new venue gives new days, and who is late anywhere is late in the town',
    {
      employments: [
        works('ines', 'kilden', '2026-03-01'),
        works('ines', 'havnen', '2026-01-01'),
        works('ines', 'arken', '2026-03-01'),
      ],
    },
    {
      '2026-01-31': 'arken 0/0/0 havnen 0/1/0 kilden 0/0/0 town 0/1/0',
      '2026-03-02': 'arken 0/1/0 havnen 0/0/1 kilden 0/1/0 town 0/0/1',
    },
  ],
  [
    'two jobs at one venue are one person, who needs what both need',
    {
      employments: [works('ines', 'havnen', '2026-01-01'), works('ines', 'havnen', '2026-03-01', { job: 'door' })],
      certificates: [has('ines', '2026-01-05', null)],
      requirements: [rule(), rule({ job: 'door', course: 'guard', days: 10 })],
    },
    {
      '2026-02-28': 'havnen 1/0/0 town 1/0/0',
      '2026-03-11': 'havnen 0/1/0 town 0/1/0',
      '2026-03-12': 'havnen 0/0/1 town 0/0/1',
    },
  ],
  [
    'something late and something to come is not covered',
    {
      employments: [works('ines', 'havnen', '2026-01-01')],
      requirements: [rule(), rule({ course: 'guard', days: 10, from: '2026-03-01' })],
    },
    { '2026-03-05': 'havnen 0/0/1 town 0/0/1' },
  ],
  [
    'a requirement made stricter counts from its day, as known since it was changed',
    {
      employments: [works('ines', 'havnen', '2026-02-15')],
      requirements: [
        rule({ superseded: '2026-02-20' }),
        rule({ lastOn: '2026-02-28', written: '2026-02-20' }),
        rule({ days: 5, from: '2026-03-01', written: '2026-02-20' }),
      ],
    },
    {
      '2026-03-06': 'havnen 0/1/0 town 0/1/0',
      '2026-03-07': 'havnen 0/0/1 town 0/0/1',
      '2026-03-07 as known 2026-02-19': 'havnen 0/1/0 town 0/1/0',
    },
  ],
  [
    'nothing required: everybody is covered',
    { employments: [works('ines', 'havnen', '2026-02-15')], requirements: [] },
    { '2026-12-01': 'havnen 1/0/0 town 1/0/0' },
  ],
]

test.each(cases)('%s', async (_name, told, answers) => {
  await write(house.db, { employments: [], certificates: [], requirements: [rule()], ...told })
  const seen: Record<string, string> = {}
  for (const question of Object.keys(answers)) {
    const [on = '', known] = question.split(' as known ')
    const { venues, town } = await readTown(house.db, { on, knownAt: endOf(known ?? '2030-01-01') })
    const all = [...venues.map(({ name, figures }) => ({ name, figures })), { name: 'town', figures: town }]
    seen[question] = all
      .map(({ name, figures: { covered, within, late } }) => `${name} ${covered}/${within}/${late}`)
      .join(' ')
  }
  expect(seen).toEqual(answers)
})
