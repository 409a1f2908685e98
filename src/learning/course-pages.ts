import type { Day } from '#base/dates.ts'
import { cardUrl } from '#cards/addresses.ts'
import { isBehind } from '#certificates/owing.ts'
import { owingText } from '#certificates/owing-words.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { Owed } from '#rereading/owed.ts'
import { reviewsOf, reviewText, type SignOff } from '#reviewing/sign-off.ts'
import type { Notice, Progress, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, exerciseUrl, homeUrl, pageUrl, quizUrl, situationUrl } from './addresses.ts'
import type { Groundwork } from './find-groundwork.ts'
import type { CourseProgress, ModuleProgress } from './progress.ts'
import { nextText, stateOf } from './step-words.ts'
import { addressOf } from './way.ts'

/** A course with its modules. */
export interface CoursePage {
  title: string
  summary: string
  minutes: string
  progress: Progress
  next: { url: string; label: string; text: string } | null
  notices: readonly Notice[]
  /** Courses that this one builds on, and whether the reader has them. */
  groundwork: readonly { title: string; url: string; state: State }[]
  certificate: string | null
  modules: readonly CourseModule[]
  /** For trainers: the local facts that the town has not filled in; null when there are none. */
  unfilled: { title: string; labels: readonly string[] } | null
  /** Said once when nobody has reviewed any of it. */
  notReviewed: string | null
  home: string
}

export interface CourseModule {
  id: string
  title: string
  summary: string
  state: State
  minutes: string
  objectives: readonly string[]
  /** Said of a module that is theory only. */
  theory: string | null
  reviewed: readonly string[]
  parts: readonly { url: string; label: string; state: State | null }[]
}

export const coursePage = page<CoursePage>('learning/course')

export interface CourseFacts {
  course: CourseDocument
  progress: CourseProgress
  started: boolean
  renewal: boolean
  /** Number of the certificate this enrolment earned, or keeps up to date. */
  certificate: string | null
  /** Learning minutes, once completed. */
  spent: number | null
  /** Pages that have to be read again: then nothing but them is in `course`. */
  owed: Owed | null
  /** The changed pages were read again on a day, in so many minutes. */
  back: { on: Day; spent: number } | null
  today: Day
  groundwork: readonly Groundwork[]
  /** Those that stand for this revision. */
  signOffs: readonly SignOff[]
  /** For trainers: what local facts of the text the town has not filled in. */
  unfilled: readonly string[]
}

export function toCoursePage({ course, progress, ...facts }: CourseFacts, w: Words): CoursePage {
  const { next, share } = progress
  const minutes = course.modules.reduce((sum, module) => sum + module.minutes, 0)
  const isReviewed = course.modules.some((module) => reviewsOf(module, facts.signOffs).length > 0)
  return {
    title: course.title[w.language],
    summary: course.summary[w.language],
    minutes: w.t('learning.minutes', { count: minutes }),
    progress: {
      id: 'how-far',
      label: w.t('learning.howFar', { percent: w.percent(share) }),
      done: Math.floor(share * 100),
      of: 100,
    },
    next: next && {
      url: addressOf(course.id, next),
      label: startLabel(facts, w),
      text: nextText(course, next, w),
    },
    notices: noticesOf(facts, w),
    groundwork: facts.groundwork.map(({ courseId, title, held }) => ({
      title: title[w.language],
      url: courseUrl(courseId),
      state: held
        ? { state: 'valid', text: w.t('learning.groundworkHeld') }
        : { state: 'missing', text: w.t('learning.groundworkMissing') },
    })),
    certificate: facts.certificate && `/certificates/${facts.certificate}`,
    modules: course.modules.map((module, place) => ({
      ...moduleOf(course, module, progress.modules[place] as ModuleProgress, w),
      reviewed: isReviewed ? reviewLines(module, facts.signOffs, w) : [],
    })),
    unfilled: unfilledPart(facts.unfilled, w),
    notReviewed: isReviewed ? null : w.t('courses.notReviewed'),
    home: homeUrl,
  }
}

const unfilledPart = (labels: readonly string[], w: Words): CoursePage['unfilled'] =>
  labels.length === 0 ? null : { title: w.t('town.trainerUnfilled', { count: labels.length }), labels }

const startLabel = ({ started, owed }: Pick<CourseFacts, 'started' | 'owed'>, w: Words): string =>
  started ? w.t('learning.continue') : w.t(owed ? 'certificates.toChangedPages' : 'learning.start')

function noticesOf(facts: Pick<CourseFacts, 'renewal' | 'spent' | 'owed' | 'back' | 'today'>, w: Words): Notice[] {
  const { renewal, spent, owed, back, today } = facts
  if (owed) return [{ kind: isBehind(owed, today) ? 'warn' : 'info', text: owingText(owed, today, w) }]
  if (back) {
    const text = w.t('rereading.backOn', { date: w.date(back.on) })
    return [
      {
        kind: 'good',
        title: w.t('rereading.back'),
        text: `${text} ${w.t('learning.spent', { count: Math.max(1, back.spent) })}`,
      },
    ]
  }
  return [
    ...(renewal ? [{ kind: 'info' as const, text: w.t('learning.renewalOpen') }] : []),
    ...(spent === null
      ? []
      : [
          { kind: 'good' as const, title: w.t('learning.coursePassed'), text: w.t('learning.spent', { count: spent }) },
        ]),
  ]
}

function moduleOf(
  course: CourseDocument,
  module: ModuleDocument,
  progress: ModuleProgress,
  w: Words,
): Omit<CourseModule, 'reviewed'> {
  const { language } = w
  return {
    id: module.id,
    title: module.title[language],
    summary: module.summary[language],
    state: stateOf(progress, w),
    minutes: w.t('learning.minutes', { count: module.minutes }),
    objectives: module.objectives[language],
    theory: module.theoryOnly ? w.t('learning.theoryOnly') : null,
    parts: partsOf({ courseId: course.id, moduleId: module.id }, module, progress, w),
  }
}

/** Who has reviewed a module, or that nobody has. */
function reviewLines(module: ModuleDocument, signOffs: readonly SignOff[], w: Words): string[] {
  const reviews = reviewsOf(module, signOffs)
  if (reviews.length === 0) return [w.t('courses.notReviewed')]
  return reviews.map((review) => w.t('reviewing.reviewed', { who: reviewText(review, w) }))
}

function partsOf(
  at: { courseId: string; moduleId: string },
  module: ModuleDocument,
  { unread, situation, exercise, quiz, passed }: ModuleProgress,
  w: Words,
): CourseModule['parts'] {
  const done: State = { state: 'done', text: w.t('learning.done') }
  const scenes = module.situation?.title[w.language]
  return [
    ...module.pages.map(({ id, title }) => ({
      url: pageUrl(at, id),
      label: title[w.language],
      state: unread.includes(id) ? null : done,
    })),
    ...(scenes === undefined
      ? []
      : [
          {
            url: situationUrl(at),
            label: w.t('learning.situationOf', { title: scenes }),
            state: situation === 'ended' ? done : null,
          },
        ]),
    ...(exercise === 'none'
      ? []
      : [{ url: exerciseUrl(at), label: w.t('exercises.title'), state: exercise === 'passed' ? done : null }]),
    ...(quiz ? [{ url: quizUrl(at), label: w.t('learning.quiz'), state: passed ? done : null }] : []),
    ...(module.card === null
      ? []
      : [{ url: cardUrl(at.courseId, module.id), label: w.t('learning.card'), state: null }]),
  ]
}
