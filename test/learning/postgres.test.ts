import { expect, test } from 'vitest'
import { certificatesOf } from '#certificates/store.ts'
import { findCourses } from '#learning/find-courses.ts'
import { learningMinutes } from '#learning/minutes.ts'
import { saveAnswer } from '#learning/save-answer.ts'
import { stepsOf } from '#learning/situation-store.ts'
import { enrolmentsOf, instantsOf } from '#learning/store.ts'
import { submitAttempt } from '#learning/submit-attempt.ts'
import { settleCast } from '../support/cast.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { openTestHouse } from '../support/house.ts'
import { begin, draw, judge, passModule, read, study, tryQuiz } from './run.ts'

test.each(['sqlite', 'postgres'] as const)(
  'a whole course, with a failed attempt, goes the same way on %s',
  async (on) => {
    const house = await openTestHouse({ on })
    const { ines } = await settleCast(house, exerciseCourse)
    const first = await draw(house, ines, 'police')
    expect((await draw(house, ines, 'police')).id).toBe(first.id)
    expect(await judge(house, ines, first, { right: false })).toBe('failed')
    const second = await draw(house, ines, 'police')
    expect(second.guests).toHaveLength(8)
    expect(await judge(house, ines, second, { right: true })).toBe('passed')
    expect(await judge(house, ines, second, { right: false })).toBe('already')
    await study(house, ines, 'police')
    await read(house, ines, 'police', 'why')
    house.at('2026-11-22T12:05:00Z')
    await tryQuiz(house, ines, 'police', { right: false })
    const attempt = await begin(house, ines, 'police')
    if (!attempt) throw new Error('not begun')
    const given = { questionId: 'call', choice: ['2'] }
    expect(await house.as(ines, (work) => saveAnswer(work, attempt, given))).toBe(true)
    expect(await house.as(ines, (work) => saveAnswer(work, attempt, { ...given, choice: ['1'] }))).toBe(true)
    expect(await house.as(ines, (work) => saveAnswer(work, attempt, { ...given, choice: null }))).toBe(true)
    expect(await house.as(ines, (work) => saveAnswer(work, attempt, { ...given, choice: null }))).toBe(false)
    expect(await house.as(ines, (work) => submitAttempt(work, attempt.id))).toBe('failed')
    expect(await house.as(ines, (work) => submitAttempt(work, attempt.id))).toBe('already')
    await tryQuiz(house, ines, 'police', { right: true })
    await passModule(house, ines, 'aid')

    const [enrolment] = await enrolmentsOf(house.db, ines)
    if (!enrolment) throw new Error('not enrolled')
    expect(enrolment.completedAt).toBe('2026-11-22T12:05:00.000Z')
    expect(await certificatesOf(house.db, ines)).toHaveLength(1)
    expect(learningMinutes(await instantsOf(house.db, enrolment))).toBe(5)
    expect(await stepsOf(house.db, enrolment.id, 'aid')).toMatchObject([{ nextStepId: 'calm', ending: 'good' }])
    const [course] = await findCourses(house.db, ines, { required: [], now: house.clock() })
    expect(course?.progress).toMatchObject({ passed: true, next: null, minutesLeft: 0 })
    await house.close()
  },
)
