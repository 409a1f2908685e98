import { cardUrl } from '#cards/addresses.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
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
  /** Number of the certificate this enrolment earned. */
  certificate: string | null
  /** Learning minutes, once completed. */
  spent: number | null
  groundwork: readonly Groundwork[]
  /** For trainers: what local facts of the text the town has not filled in. */
  unfilled: readonly string[]
}

export function toCoursePage({ course, progress, ...facts }: CourseFacts, w: Words): CoursePage {
  const { next, share } = progress
  const minutes = course.modules.reduce((sum, module) => sum + module.minutes, 0)
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
      label: facts.started ? w.t('learning.continue') : w.t('learning.start'),
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
    modules: course.modules.map((module, place) =>
      moduleOf(course, module, progress.modules[place] as ModuleProgress, w),
    ),
    unfilled: unfilledPart(facts.unfilled, w),
    notReviewed: course.modules.some(isReviewed) ? null : w.t('courses.notReviewed'),
    home: homeUrl,
  }
}

const unfilledPart = (labels: readonly string[], w: Words): CoursePage['unfilled'] =>
  labels.length === 0 ? null : { title: w.t('town.trainerUnfilled', { count: labels.length }), labels }

function noticesOf({ renewal, spent }: Pick<CourseFacts, 'renewal' | 'spent'>, w: Words): Notice[] {
  return [
    ...(renewal ? [{ kind: 'info' as const, text: w.t('learning.renewalOpen') }] : []),
    ...(spent === null
      ? []
      : [
          { kind: 'good' as const, title: w.t('learning.coursePassed'), text: w.t('learning.spent', { count: spent }) },
        ]),
  ]
}

function moduleOf(course: CourseDocument, module: ModuleDocument, progress: ModuleProgress, w: Words): CourseModule {
  const { language } = w
  return {
    id: module.id,
    title: module.title[language],
    summary: module.summary[language],
    state: stateOf(progress, w),
    minutes: w.t('learning.minutes', { count: module.minutes }),
    objectives: module.objectives[language],
    theory: module.theoryOnly ? w.t('learning.theoryOnly') : null,
    reviewed: course.modules.some(isReviewed) ? reviewsOf(module, w) : [],
    parts: partsOf({ courseId: course.id, moduleId: module.id }, module, progress, w),
  }
}

const isReviewed = ({ reviewed }: ModuleDocument) => reviewed.length > 0

const reviewsOf = ({ reviewed }: ModuleDocument, w: Words): string[] =>
  reviewed.length === 0
    ? [w.t('courses.notReviewed')]
    : reviewed.map(({ by, on }) => w.t('learning.reviewedBy', { by, date: w.date(on) }))

function partsOf(
  at: { courseId: string; moduleId: string },
  module: ModuleDocument,
  { unread, situation, exercise, passed }: ModuleProgress,
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
    { url: quizUrl(at), label: w.t('learning.quiz'), state: passed ? done : null },
    ...(module.card === null
      ? []
      : [{ url: cardUrl(at.courseId, module.id), label: w.t('learning.card'), state: null }]),
  ]
}
