import { expect, test } from 'vitest'
import type { ModuleDocument } from '#courses/course.ts'
import { judgeTries, type Try } from '#learning/attempt.ts'
import { learningMinutes } from '#learning/minutes.ts'
import { courseProgress, type Facts, moduleProgress, nextOf, noFacts } from '#learning/progress.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const module = tinyCourse.modules[0] as ModuleDocument
const now = '2026-11-22T12:00:00.000Z'
const read = (pageId: string, round = 0) => ({ moduleId: 'police', pageId, round })
const failedAt = (number: number, at: string): Try => ({
  id: `t${number}`,
  moduleId: 'police',
  number,
  startedAt: at,
  submittedAt: at,
  passedAt: null,
})
const threeFailed = [1, 2, 3].map((n) => failedAt(n, `2026-11-22T11:3${n}:00.000Z`))
const studied: Facts = { readings: [read('why'), read('how')], ended: ['police'], exercised: [], tries: [] }
const next = (facts: Facts, at = now) => nextOf(moduleProgress(module, facts, at))

test('a module leads from its pages to its situation to its quiz', () => {
  expect(next(noFacts)).toMatchObject({ kind: 'page', pageId: 'why' })
  expect(next({ ...noFacts, readings: [read('how')] })).toMatchObject({ kind: 'page', pageId: 'why' })
  expect(next({ ...studied, ended: [] })).toMatchObject({ kind: 'situation' })
  expect(next(studied)).toMatchObject({ kind: 'quiz' })
  const open = { ...failedAt(1, now), submittedAt: null }
  expect(next({ ...studied, tries: [open] })).toMatchObject({ kind: 'attempt', attemptId: 't1' })
  expect(next({ ...studied, tries: [{ ...failedAt(1, now), passedAt: now }] })).toBeNull()
})

test('after three failed attempts there is an hour of pause, and the pages are read once more', () => {
  const failed = { ...studied, tries: threeFailed }
  expect(judgeTries(threeFailed, module.quiz, now)).toMatchObject({ round: 1, pausedUntil: '2026-11-22T12:33:00.000Z' })
  expect(next(failed)).toMatchObject({ kind: 'page', pageId: 'why' })
  const again = { ...failed, readings: [...failed.readings, read('why', 1), read('how', 1)] }
  expect(next(again)).toMatchObject({ kind: 'pause', until: '2026-11-22T12:33:00.000Z' })
  expect(next(again, '2026-11-22T12:33:00.000Z')).toMatchObject({ kind: 'quiz' })
})

test('two failed attempts cost nothing yet, and a fourth counts towards the next pause', () => {
  expect(judgeTries(threeFailed.slice(0, 2), module.quiz, now)).toMatchObject({ round: 0, left: 1, pausedUntil: null })
  const four = [...threeFailed, failedAt(4, now)]
  expect(judgeTries(four, module.quiz, now)).toMatchObject({ round: 1, left: 2, pausedUntil: null })
})

test('while one module is in its pause the other one is next', () => {
  const paused = [...studied.readings, read('why', 1), read('how', 1)]
  const { next: step } = courseProgress(tinyCourse, { ...studied, readings: paused, tries: threeFailed }, now)
  expect(step).toMatchObject({ kind: 'page', moduleId: 'aid' })
})

test('progress goes from nothing to everything and minutes count down with it', () => {
  const passed: Facts = {
    ...studied,
    tries: ['police', 'aid'].map((moduleId, n) => ({ ...failedAt(n, now), moduleId, passedAt: now })),
  }
  const steps = [noFacts, studied, passed].map((facts) => courseProgress(tinyCourse, facts, now))
  expect(steps.map((step) => step.minutesLeft)).toEqual([20, 15, 0])
  expect(steps.map((step) => step.share)).toEqual([0, 0.25, 1])
  expect(steps.map((step) => step.passed)).toEqual([false, false, true])
})

test('learning minutes count gaps up to ten minutes each, in any order', () => {
  const at = (time: string) => `2026-11-22T${time}:00.000Z`
  expect(learningMinutes([])).toBe(0)
  expect(learningMinutes([at('10:00')])).toBe(0)
  expect(learningMinutes([at('10:06'), at('10:00'), at('10:04')])).toBe(6)
  expect(learningMinutes([at('10:00'), at('10:05'), at('18:00'), at('18:01')])).toBe(16)
})
