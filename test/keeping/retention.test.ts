import { expect, test } from 'vitest'
import { nameBefore, nameOfCopy, readCopyName } from '#keeping/copy-name.ts'
import { tooOld } from '#keeping/retention.ts'

const now = new Date('2026-11-22T12:30:00Z')
const copy = (at: string, before: string | null = null) => ({ name: at, madeAt: `${at}:00.000Z`, before })
const hours = (...list: number[]) =>
  list.map((ago) => copy(new Date(now.getTime() - ago * 3_600_000).toISOString().slice(0, 16)))
const days = (...list: number[]) => hours(...list.map((day) => day * 24))
const recent = hours(1, 30, 54)

test.each([
  ['nothing to keep, nothing to delete', [], []],
  ['all of the last 24 hours are kept', hours(0, 1, 2, 23, 24), []],
  [
    'of a day before that, the last is kept',
    ['2026-11-20T21:00', '2026-11-20T22:00', '2026-11-20T22:59', '2026-11-22T12:00'].map((at) => copy(at)),
    ['2026-11-20T21:00', '2026-11-20T22:00'],
  ],
  [
    'a day is a day in Copenhagen: 23.00 UTC is past midnight there',
    ['2026-11-20T22:30', '2026-11-20T23:30', '2026-11-21T10:00'].map((at) => copy(at)),
    ['2026-11-20T23:30'],
  ],
  [
    'the night in which the clock goes back has two copies at half past two, and keeps one for the day',
    ['2026-10-25T00:30', '2026-10-25T01:30', '2026-10-25T22:30', '2026-11-21T12:31'].map((at) => copy(at)),
    ['2026-10-25T00:30', '2026-10-25T01:30'],
  ],
  ['35 days are kept', [...recent, ...days(35)], []],
  ['36 days are not', [...recent, ...days(36)], days(36).map((old) => old.name)],
  ['three days are always kept, however old', days(100, 200, 300), []],
  ['the fourth is not', days(100, 200, 300, 400), days(400).map((old) => old.name)],
  [
    'three copies of one day are not three days',
    [...days(100), ...hours(2401, 2402)],
    hours(2401, 2402).map((c) => c.name),
  ],
  ['copies from the future are kept: the clock may be wrong', [...recent, ...days(-1, -400)], []],
  [
    'each copy before an upgrade is kept for 35 days, beside the last of the day',
    [copy('2026-11-10T08:00', '0009-x'), copy('2026-11-10T08:05', '0009-x'), copy('2026-11-10T07:00'), ...recent],
    [],
  ],
  ['and no longer', [copy('2026-10-17T08:00', '0009-x'), ...recent], ['2026-10-17T08:00']],
])('%s', (_case, copies, gone) => {
  expect(
    tooOld(copies, now)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...gone].sort())
})

test('after sixty days of hours, 24 hours and 35 days are left', () => {
  let kept = [] as ReturnType<typeof copy>[]
  for (let hour = 60 * 24; hour >= 0; hour--) {
    const at = new Date(now.getTime() - hour * 3_600_000)
    kept.push(copy(at.toISOString().slice(0, 16)))
    const gone = new Set(tooOld(kept, at))
    kept = kept.filter((one) => !gone.has(one))
  }
  expect(kept.length).toBeGreaterThanOrEqual(25 + 33)
  expect(kept.length).toBeLessThanOrEqual(25 + 36)
})

test('a copy says in its name when it was made, and before which migration', () => {
  const at = '2026-11-22T12:00:07.123Z'
  expect(nameOfCopy(at)).toBe('trygt-natteliv-2026-11-22T12-00-07Z.db')
  expect(readCopyName(nameOfCopy(at, 2))).toEqual({
    name: 'trygt-natteliv-2026-11-22T12-00-07Z-2.db',
    madeAt: '2026-11-22T12:00:07.000Z',
    before: null,
  })
  expect(readCopyName(nameBefore('0009-running-a-town', at))?.before).toBe('0009-running-a-town')
})

test.each([
  'trygt-natteliv.db',
  'trygt-natteliv-2026-11-22T12-00-07Z.json',
  'trygt-natteliv-2026-11-22T12-00-07Z.db.part',
  'trygt-natteliv-2026-13-42T12-00-07Z.db',
  'my own copy.db',
])('%s is not the name of a copy, so it is never deleted', (name) => expect(readCopyName(name)).toBeNull())
