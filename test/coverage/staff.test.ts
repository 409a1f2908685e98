import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { readStaff, unconfirmedAt } from '#coverage/venue-store.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type History, noon, write } from './history.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const employment: History['employments'][number] = {
  ...{ person: 'ines', venue: 'havnen', job: 'bar', firstOn: '2024-01-01', lastOn: null },
  ...{ confirmed: true, written: '2024-01-01', superseded: null },
}
const rule: History['requirements'][number] = {
  job: 'any',
  course: 'basic',
  days: 30,
  from: '2024-01-01',
  lastOn: null,
  written: '2024-01-01',
  superseded: null,
}
type Given = History['certificates'][number]
const certificate = (issued: string, lastOn: string | null, ...endings: Given['endings']): Given => ({
  ...{ person: 'ines', course: 'basic', issued, lastOn, endings },
})
const ended = (from: string) => ({ from, written: '2026-05-01' })

const line = async (certificates: readonly Given[], on: string) => {
  await write(house.db, { employments: [employment], certificates, requirements: [rule] })
  const [ines] = await readStaff(house.db, 'havnen', { on, knownAt: endOf('2026-12-31') })
  const { state, lastOn, dueOn, lateSince } = ines!.courses[0]!
  return { state, lastOn, dueOn, lateSince, standing: ines!.standing }
}

const covered = { standing: 'covered', dueOn: null, lateSince: null }
const late = { standing: 'late', dueOn: '2024-01-31' }

const cases: readonly (readonly [string, readonly Given[], string, object])[] = [
  ['nothing yet', [], '2024-02-01', { ...late, state: 'missing', lastOn: null, lateSince: '2024-02-01' }],
  [
    'valid',
    [certificate('2025-01-01', '2027-01-01')],
    '2026-11-01',
    { ...covered, state: 'valid', lastOn: '2027-01-01' },
  ],
  ['valid for good', [certificate('2025-01-01', null)], '2026-11-01', { ...covered, state: 'valid', lastOn: null }],
  [
    'renewal open',
    [certificate('2025-01-01', '2027-01-01')],
    '2026-11-02',
    { ...covered, state: 'expiring', lastOn: '2027-01-01' },
  ],
  [
    'renewed: the longer one is told',
    [certificate('2025-01-01', '2027-01-01'), certificate('2026-11-02', '2029-01-01')],
    '2026-11-05',
    { ...covered, state: 'valid', lastOn: '2029-01-01' },
  ],
  [
    'run out: late since the day after, not since the first deadline',
    [certificate('2024-01-10', '2026-01-10')],
    '2026-03-01',
    { ...late, state: 'expired', lastOn: '2026-01-10', lateSince: '2026-01-11' },
  ],
  [
    'revoked: late since that day',
    [certificate('2025-01-01', '2027-01-01', ended('2026-05-01'))],
    '2026-06-01',
    { ...late, state: 'revoked', lastOn: '2027-01-01', lateSince: '2026-05-01' },
  ],
  [
    'revoked, then found to be issued in error: late since the first deadline',
    [certificate('2025-01-01', '2027-01-01', ended('2026-05-01'), ended('2025-01-01'))],
    '2026-06-01',
    { ...late, state: 'revoked', lastOn: '2027-01-01', lateSince: '2024-02-01' },
  ],
]

test.each(cases)('%s', async (_name, certificates, on, expected) => {
  expect(await line(certificates, on)).toEqual(expected)
})

test('modules count that were passed by the day, on the way to the next certificate', async () => {
  await write(house.db, { employments: [employment], certificates: [], requirements: [rule] })
  const run = { person_id: 'ines', course_id: 'basic', revision_id: 'r', started_at: noon('2026-01-01') }
  await house.db
    .insertInto('enrolments')
    .values([
      { ...run, id: 'old', completed_at: noon('2026-01-20') },
      { ...run, id: 'open', completed_at: null },
    ])
    .execute()
  const attempt = (enrolment: string, module: string, passed: string | null) => ({
    ...{
      id: enrolment + module,
      enrolment_id: enrolment,
      person_id: 'ines',
      module_id: module,
      number: 1,
      asked: '[]',
    },
    ...{
      started_at: noon('2026-01-01'),
      submitted_at: passed,
      right_count: passed && 12,
      question_count: 12,
      passed_at: passed,
    },
  })
  await house.db
    .insertInto('attempts')
    .values([
      attempt('old', 'fire', noon('2026-01-05')) as never,
      attempt('open', 'police', noon('2026-02-10')) as never,
      attempt('open', 'aid', null) as never,
    ])
    .execute()
  const passed = async (on: string, known = '2026-12-31') => {
    const [ines] = await readStaff(house.db, 'havnen', { on, knownAt: endOf(known) })
    return [...(ines?.courses[0]?.passed ?? [])].sort()
  }
  expect(await passed('2026-01-19')).toEqual(['fire'])
  expect(await passed('2026-01-20')).toEqual([])
  expect(await passed('2026-02-10')).toEqual(['police'])
  expect(await passed('2026-02-10', '2026-02-09')).toEqual([])
})

test('only who waits at this venue and has not left stands among the unconfirmed', async () => {
  const waits = { ...employment, confirmed: false }
  const employments = [
    { ...waits, person: 'sam', firstOn: '2026-03-02' },
    { ...waits, person: 'liv', lastOn: '2026-03-01' },
    { ...waits, person: 'noor', venue: 'kilden' },
    { ...waits, person: 'bo', superseded: '2026-02-01' },
    employment,
  ]
  await write(house.db, { employments, certificates: [], requirements: [] })
  const waiting = await unconfirmedAt(house.db, 'havnen', '2026-03-02')
  expect(waiting.map((one) => one.firstOn)).toEqual(['2026-03-02'])
})
