import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { owingState, owingText } from '#certificates/owing-words.ts'
import { counts, listedStateOn, stands } from '#certificates/state.ts'
import { groundworkFirst } from '#courses/course-order.ts'
import { isLate } from '#requirements/due.ts'
import { dueInWords } from '#requirements/due-words.ts'
import type { RequiredCourse } from '#requirements/store.ts'
import type { Progress, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl } from './addresses.ts'
import type { OwnCourse } from './find-courses.ts'
import { nextText, stateOf } from './step-words.ts'
import { addressOf } from './way.ts'

/** A person's own first page: what to do next, the courses her job requires, the others, her certificates. */
export interface LearningPage {
  title: string
  /** Said when there is something new to read. */
  news: string | null
  next: { title: string; text: string; minutes: string; url: string; label: string } | null
  /** Said when there is nothing to do. */
  nothing: string
  /** Without recovery codes a lost phone is a lost account. */
  needsCodes: boolean
  required: readonly OwnCourseCard[]
  others: readonly OwnCourseCard[]
  certificates: readonly { title: string; url: string; state: State; text: string }[]
}

export interface OwnCourseCard {
  title: string
  /** What the course is about; null where she has it. */
  summary: string | null
  url: string
  states: readonly State[]
  /** By when the job requires it; null when it does not, or no longer. */
  due: string | null
  minutes: string | null
  progress: Progress | null
}

export const learningPage = page<LearningPage>('learning/home')

export interface LearningFacts {
  courses: readonly OwnCourse[]
  required: readonly RequiredCourse[]
  certificates: readonly Certificate[]
  /** Names of the venues that require something, by id. */
  venues: ReadonlyMap<string, string>
  /** How many notices were not seen yet. */
  unseen: number
  /** How many recovery codes are left. */
  codesLeft: number
  today: Day
}

export function toLearningPage(facts: LearningFacts, w: Words): LearningPage {
  const { courses, certificates, today } = facts
  return {
    title: w.t('learning.title'),
    news: facts.unseen === 0 ? null : w.t('mail.news.waiting', { count: facts.unseen }),
    next: nextOf(facts, w),
    nothing: courses.length === 0 ? w.t('learning.noCourses') : w.t('learning.nothing'),
    needsCodes: facts.codesLeft === 0,
    required: requiredCourses(facts).map(({ course, required }) => requiredCard(course, required, facts, w)),
    others: othersOf(facts).map((course) => ({
      ...cardOf(course, w),
      states: [ownState(course, facts.today, w)],
      due: null,
    })),
    certificates: certificates
      .filter((certificate) => certificate.replacedBy === null)
      .map((certificate) => certificateOf(certificate, today, w)),
  }
}

const documentOf = ({ revision }: OwnCourse) => revision.document

/** What the job requires, the most urgent first, but never before the course it builds on. */
function requiredCourses({ courses, required }: LearningFacts): { course: OwnCourse; required: RequiredCourse }[] {
  const both = required.flatMap((one) => {
    const course = courses.find(({ revision }) => revision.courseId === one.courseId)
    return course ? [{ course, required: one }] : []
  })
  return groundworkFirst(both, ({ course }) => documentOf(course))
}

const othersOf = ({ courses, required }: LearningFacts): OwnCourse[] =>
  groundworkFirst(
    courses.filter(({ revision }) => !required.some((one) => one.courseId === revision.courseId)),
    documentOf,
  )

/** Changed pages come first: they are few and have a last day. Then what is begun, then what the job requires, then the rest. */
function nextOf(facts: LearningFacts, w: Words): LearningPage['next'] {
  const inOrder = [...requiredCourses(facts).map(({ course }) => course), ...othersOf(facts)]
  const open = inOrder.filter((course) => course.progress.next !== null)
  const course =
    open.find((one) => one.owed !== null && one.progress.next?.kind !== 'pause') ??
    open.find((one) => one.enrolment !== null) ??
    open[0]
  if (!course?.progress.next) return null
  const document = documentOf(course)
  const { owed } = course
  return {
    title: document.title[w.language],
    text: owed ? owingText(owed, facts.today, w) : nextText(document, course.progress.next, w),
    minutes: w.t('learning.minutesLeft', { count: course.progress.minutesLeft }),
    url: addressOf(document.id, course.progress.next),
    label: startLabel(course, w),
  }
}

const startLabel = ({ enrolment, owed }: OwnCourse, w: Words): string =>
  enrolment ? w.t('learning.continue') : w.t(owed ? 'certificates.toChangedPages' : 'learning.start')

function requiredCard(course: OwnCourse, required: RequiredCourse, facts: LearningFacts, w: Words): OwnCourseCard {
  const { courseId, dueOn, venueId, reason } = required
  const { certificates, today, venues } = facts
  const own = certificates.filter((one) => one.courseId === courseId && stands(one, today))
  const has = own.some((one) => counts(one, today))
  return {
    ...cardOf(course, w),
    ...(own.length > 0 && { summary: null }),
    states: [
      requiredState(has, isLate(dueOn, today), w),
      ...(course.owed || (own.length > 0 && course.renewal) ? [ownState(course, today, w)] : []),
    ],
    due: own.length > 0 ? null : dueInWords(w, { reason, today, venue: venues.get(venueId) ?? null }),
  }
}

function requiredState(has: boolean, late: boolean, w: Words): State {
  if (has) return { state: 'covered', text: w.t('learning.requirementMet') }
  return late
    ? { state: 'late', text: w.t('learning.requirementLate') }
    : { state: 'within', text: w.t('learning.requirementWithin') }
}

function ownState({ renewal, owed, progress }: OwnCourse, today: Day, w: Words): State {
  if (owed) return owingState(owed, today, w)
  return renewal ? { state: 'expiring', text: w.t('learning.renew') } : stateOf(progress, w)
}

function cardOf({ revision: { document }, progress }: OwnCourse, w: Words): Omit<OwnCourseCard, 'states' | 'due'> {
  const { share, minutesLeft, next } = progress
  const percent = w.percent(share)
  const begun = next !== null && share > 0
  return {
    title: document.title[w.language],
    summary: document.summary[w.language],
    url: courseUrl(document.id),
    minutes: next && w.t('learning.minutesLeft', { count: minutesLeft }),
    progress: begun
      ? {
          id: `how-far-${document.id}`,
          label: w.t('learning.howFar', { percent }),
          done: Math.floor(share * 100),
          of: 100,
        }
      : null,
  }
}

function certificateOf(certificate: Certificate, today: Day, w: Words): LearningPage['certificates'][number] {
  const state = listedStateOn(certificate, today)
  const { lastOn, number, snapshot } = certificate
  return {
    title: snapshot.course.title[w.language],
    url: `/certificates/${number}`,
    state: { state, text: w.t(`certificates.state.${state}`) },
    text: lastOn === null ? w.t('learning.noLastDay') : w.t('learning.validUntil', { date: w.date(lastOn) }),
  }
}
