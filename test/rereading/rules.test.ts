import { expect, test } from 'vitest'
import { countsTo, isBehind, type Marking, owes } from '#certificates/owing.ts'
import { moduleProgress, nextOf, noFacts } from '#learning/progress.ts'
import { trimmed } from '#rereading/trimmed.ts'
import { asRevision } from '../support/revision.ts'
import { aidHow, firstText, policeHow } from './change.ts'

const marking = (number: number, dueOn: string, days = 30, pageId = 'how'): Marking => ({
  ...{ moduleId: 'police', pageId, number, dueOn, days },
})
const earned = { issuedOn: '2026-01-01', lastOn: '2028-01-01', upTo: 1 }

test('owed are the pages marked in every later revision, each once, and the first last day counts', () => {
  const markings = [marking(2, '2026-06-10'), marking(3, '2026-05-10'), marking(3, '2026-05-10', 30, 'why')]
  expect(owes(markings, earned)).toEqual({
    pages: [
      { moduleId: 'police', pageId: 'how' },
      { moduleId: 'police', pageId: 'why' },
    ],
    dueOn: '2026-05-10',
    countsTo: '2026-05-10',
  })
  expect(owes(markings, { ...earned, upTo: 2 })?.pages).toHaveLength(2)
  expect(owes(markings, { ...earned, upTo: 3 })).toBeNull()
})

test('a certificate earned on the older text after it was changed has as many days, from its day of issue', () => {
  expect(owes([marking(2, '2026-06-10', 20)], { ...earned, issuedOn: '2026-06-01' })?.dueOn).toBe('2026-06-21')
  expect(owes([marking(2, '2026-06-10', 20)], { ...earned, issuedOn: '2026-05-21' })?.dueOn).toBe('2026-06-10')
})

test('it counts to the end of the last day; a renewal that opens by then takes the place of the pages', () => {
  const owing = owes([marking(2, '2026-06-10')], earned)
  expect([isBehind(owing, '2026-06-10'), isBehind(owing, '2026-06-11')]).toEqual([false, true])
  expect(countsTo([marking(2, '2026-06-10')], { ...earned, lastOn: '2026-08-09' })).toBeNull()
  expect(countsTo([marking(2, '2026-06-10')], { ...earned, lastOn: '2026-08-10' })).toBe('2026-06-10')
  expect(countsTo([marking(2, '2026-06-10')], { ...earned, lastOn: null })).toBe('2026-06-10')
})

test('the text of a short renewal is the pages and the questions on them, in few minutes, without situation and card', () => {
  const [police, aid, ...others] = trimmed(asRevision(firstText), [policeHow, aidHow]).document.modules
  expect(others).toEqual([])
  expect(police?.pages.map(({ id }) => id)).toEqual(['how'])
  expect(police?.questions.map(({ id }) => id)).toEqual(['age'])
  expect(police?.quiz).toEqual({ draw: 1, pass: 80, attempts: 3, pauseMinutes: 60 })
  expect([police?.situation, police?.exercise, police?.card]).toEqual([null, null, null])
  expect(aid?.questions).toEqual([])
  expect([police?.minutes, aid?.minutes]).toEqual([3, 2])
})

test('a module without questions is passed when its pages are read', () => {
  const [module] = trimmed(asRevision(firstText), [aidHow]).document.modules
  if (!module) throw new Error('no module')
  const before = moduleProgress(module, noFacts, '2026-11-22T12:00:00.000Z')
  expect([before.passed, before.share, nextOf(before)]).toEqual([false, 0, { kind: 'page', ...aidHow }])
  const read = { ...noFacts, readings: [{ ...aidHow, round: 0 }] }
  const after = moduleProgress(module, read, '2026-11-22T12:00:00.000Z')
  expect([after.passed, after.share, after.minutesLeft, nextOf(after)]).toEqual([true, 1, 0, null])
})
