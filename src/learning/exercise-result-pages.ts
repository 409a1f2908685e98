import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { reasonInWords } from '#exercises/reason-words.ts'
import { reasonFor } from '#exercises/verdict.ts'
import type { Button, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, exerciseUrl } from './addresses.ts'
import { type ShownGuest, toShownGuest } from './exercise-pages.ts'
import { type ModuleProgress, nextOf } from './progress.ts'
import { type Round, rightVerdicts } from './round.ts'
import { addressOf } from './way.ts'

/** A round that is answered: what was right, guest by guest, and why. */
export interface ExerciseResultPage {
  title: string
  module: string
  day: string
  state: State
  score: string
  /** New guests. */
  another: Button
  /** Going on with the module; null when another round comes first. */
  next: { url: string; label: string } | null
  guests: readonly (ShownGuest & { verdict: string; state: State | null; answer: string | null; reason: string })[]
  /** Said when the answers are erased. */
  erased: string | null
  course: string
}

export const exerciseResultPage = page<ExerciseResultPage>('learning/exercise-result')

export function toExerciseResultPage(
  {
    course,
    module,
    round,
    progress,
  }: { course: CourseDocument; module: ModuleDocument; round: Round; progress: ModuleProgress },
  w: Words,
): ExerciseResultPage {
  const passed = round.passedAt !== null
  const done = progress.exercise === 'passed'
  return {
    title: passed ? w.t('exercises.passedTitle') : w.t('exercises.failedTitle'),
    module: module.title[w.language],
    day: w.t('exercises.otherDay', { date: w.date(round.drawnOn) }),
    state: passed
      ? { state: 'passed', text: w.t('learning.passed') }
      : { state: 'failed', text: w.t('learning.failed') },
    score: w.t('exercises.score', { right: round.rightCount ?? 0, of: round.guests.length }),
    another: {
      action: exerciseUrl(round),
      label: passed ? w.t('exercises.another') : w.t('exercises.tryAgain'),
      kind: done ? 'quiet' : 'main',
    },
    next: done ? wayOn(course, progress, w) : null,
    guests: guestsOf(round, w),
    erased: round.answers === null ? w.t('exercises.erased') : null,
    course: courseUrl(course.id),
  }
}

function guestsOf(round: Round, w: Words): ExerciseResultPage['guests'] {
  const right: State = { state: 'right', text: w.t('learning.right') }
  const wrong: State = { state: 'wrong', text: w.t('learning.wrong') }
  const verdicts = rightVerdicts(round)
  return round.guests.map((guest, place) => {
    const verdict = verdicts[place] as 'yes' | 'no'
    const answer = round.answers?.[place] ?? null
    return {
      ...toShownGuest(guest, w),
      verdict: w.t(`exercises.${verdict}`),
      state: answer === null ? null : answer === verdict ? right : wrong,
      answer: answer === null || answer === verdict ? null : w.t(`exercises.chose.${answer}`),
      reason: reasonInWords(reasonFor(guest, round.drawnOn), w),
    }
  })
}

function wayOn(course: CourseDocument, progress: ModuleProgress, w: Words): ExerciseResultPage['next'] {
  const next = nextOf(progress)
  if (next === null) return { url: courseUrl(course.id), label: w.t('learning.toCourse') }
  const url = addressOf(course.id, next)
  if (next.kind === 'page') return { url, label: w.t('learning.toUnread') }
  if (next.kind === 'situation') return { url, label: w.t('learning.continue') }
  return { url, label: w.t('learning.toQuiz') }
}
