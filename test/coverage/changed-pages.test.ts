import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type Edition, type History, write } from './history.ts'
import { slowlyHeld } from './slow-coverage.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const text = (number: number, published: string, marked: Edition['marked'] = [], pages = ['why', 'how']): Edition => ({
  ...{ course: 'basic', number, published, pages, marked },
})
const first = text(1, '2026-01-01')
const second = text(2, '2026-03-01', [{ page: 'how', dueOn: '2026-03-31' }])
const has = (more: Partial<History['certificates'][number]> = {}) => ({
  ...{ person: 'ines', course: 'basic', issued: '2026-02-01', lastOn: '2028-02-01', endings: [], ...more },
})

/** For a day (and as known when, if not now): is Ines covered? */
type Answers = Readonly<Record<string, boolean>>
const cases: readonly (readonly [string, readonly Edition[], readonly ReturnType<typeof has>[], Answers])[] = [
  [
    'not from the day after the last day, and not before it was asked',
    [first, second],
    [has()],
    { '2026-03-31': true, '2026-04-01': false, '2026-04-01 as known 2026-02-28': true },
  ],
  [
    'from the day it was read again, as known since',
    [first, second],
    [has({ brought: [{ number: 2, done: '2026-04-10' }] })],
    { '2026-04-09': false, '2026-04-10': true, '2026-04-12 as known 2026-04-09': false, '2026-12-01': true },
  ],
  [
    'earned on the older text later: as many days from then',
    [first, second],
    [has({ issued: '2026-03-20' })],
    { '2026-04-19': true, '2026-04-20': false },
  ],
  [
    'a renewal that opens on the last day or before takes the place of the pages; a day later it does not',
    [first, second],
    [has({ lastOn: '2026-05-30' })],
    { '2026-04-01': true, '2026-05-30': true, '2026-05-31': false },
  ],
  [
    'the renewal opens a day after the last day: the pages had to be read',
    [first, second],
    [has({ lastOn: '2026-05-31' })],
    { '2026-03-31': true, '2026-04-01': false },
  ],
  [
    'a page that is gone from the newest text is asked of nobody from that day on; the days before stay',
    [first, second, text(3, '2026-04-15', [], ['why'])],
    [has()],
    { '2026-04-14': false, '2026-04-15': true, '2026-04-16 as known 2026-04-14': false },
  ],
  [
    'read up to the second text and behind with the third',
    [first, second, text(3, '2026-05-01', [{ page: 'why', dueOn: '2026-05-20' }])],
    [has({ brought: [{ number: 2, done: '2026-03-15' }] })],
    { '2026-04-01': true, '2026-05-20': true, '2026-05-21': false },
  ],
  [
    'another certificate, earned on the newest text, is enough; ended it is not',
    [first, second],
    [has(), has({ issued: '2026-04-05', revision: 2, endings: [{ from: '2026-05-01', written: '2026-05-01' }] })],
    { '2026-04-04': false, '2026-04-05': true, '2026-04-30': true, '2026-05-01': false },
  ],
]

test.each(cases)('%s', async (_name, revisions, certificates, answers) => {
  const told = { written: '2026-01-01', superseded: null, lastOn: null }
  const history: History = {
    revisions,
    certificates,
    employments: [{ ...told, person: 'ines', venue: 'havnen', job: 'bar', firstOn: '2026-01-01', confirmed: true }],
    requirements: [{ ...told, job: 'any', course: 'basic', days: 0, from: '2026-01-01' }],
  }
  await write(house.db, history)
  for (const [question, covered] of Object.entries(answers)) {
    const [on = '', known = '2029-01-01'] = question.split(' as known ')
    const when = { on, knownAt: endOf(known) }
    const { town } = await readTown(house.db, when)
    const [member] = await readStaff(house.db, 'havnen', when)
    const slowly = slowlyHeld(history, { person: 'ines', course: 'basic' }, on, known)
    const seen = [town.covered === 1, member?.standing === 'covered', slowly]
    expect([question, ...seen]).toEqual([question, covered, covered, covered])
  }
})
