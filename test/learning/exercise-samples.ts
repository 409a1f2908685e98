import { seededChance } from '#base/chance.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { drawGuests } from '#exercises/guests.ts'
import { exercisePage, roundPage, toExercisePage, toRoundPage } from '#learning/exercise-pages.ts'
import { exerciseResultPage, toExerciseResultPage } from '#learning/exercise-result-pages.ts'
import { moduleProgress, noFacts } from '#learning/progress.ts'
import { type Round, rightVerdicts } from '#learning/round.ts'
import { wordsIn } from '#web/words.ts'
import { exerciseCourse as course } from '../support/exercise-course.ts'

const w = wordsIn('da')
const now = '2026-11-22T12:00:00.000Z'
const today = '2026-11-22'
const module = course.modules[0] as ModuleDocument
const progressOf = (exercised: readonly string[]) => moduleProgress(module, { ...noFacts, exercised }, now)

const round: Round = {
  id: 'r1',
  enrolmentId: 'e1',
  courseId: course.id,
  revisionId: 'r1',
  moduleId: module.id,
  drawnOn: today,
  guests: drawGuests(today, seededChance(1)),
  answers: null,
  answeredAt: null,
  rightCount: null,
  passedAt: null,
}
const right = { ...round, answers: rightVerdicts(round), answeredAt: now, rightCount: 8, passedAt: now }
const allYes = round.guests.map(() => 'yes' as const)
const wrong = { ...right, answers: allYes, rightCount: 4, passedAt: null }
const chosen = round.guests.map((_, place) => (place < 2 ? 'no' : null))

const before = (exercised: readonly string[]) => ({
  page: exercisePage,
  model: toExercisePage(course, module, progressOf(exercised), w),
})
const open = (of: Omit<Parameters<typeof toRoundPage>[2], 'w'>) => ({
  page: roundPage,
  model: toRoundPage(module, round, { ...of, w }),
})
const after = (answered: Round, exercised: readonly string[]) => ({
  page: exerciseResultPage,
  model: toExerciseResultPage({ course, module, round: answered, progress: progressOf(exercised) }, w),
})

/** The pages of an exercise: before it, an open round today and on another day, with answers missing, passed, not passed, and with its answers erased. */
export const exerciseSamples = [
  ...[before([]), before([module.id])],
  ...[open({ today }), open({ today: '2026-11-23' }), open({ today, chosen })],
  ...[after(right, [module.id]), after(wrong, []), after(wrong, [module.id]), after({ ...right, answers: null }, [])],
]
