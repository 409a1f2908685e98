import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { listedStateOn, stands } from '#certificates/state.ts'
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

/** A person's own first page: what to do next, her courses, what her job requires, her certificates. */
export interface LearningPage {
  title: string
  /** Said when there is something new to read. */
  news: string | null
  next: { title: string; text: string; minutes: string; url: string; label: string } | null
  /** Said when there is nothing to do. */
  nothing: string
  /** Without recovery codes a lost phone is a lost account. */
  needsCodes: boolean
  required: readonly { title: string; url: string; state: State; text: string }[]
  courses: readonly OwnCourseCard[]
  certificates: readonly { title: string; url: string; state: State; text: string }[]
}

export interface OwnCourseCard {
  title: string
  summary: string
  url: string
  state: State
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
  const { courses, required, certificates, today } = facts
  return {
    title: w.t('learning.title'),
    news: facts.unseen === 0 ? null : w.t('mail.news.waiting', { count: facts.unseen }),
    next: nextOf(facts, w),
    nothing: courses.length === 0 ? w.t('learning.noCourses') : w.t('learning.nothing'),
    needsCodes: facts.codesLeft === 0,
    required: required.flatMap((one) => requiredOf(one, facts, w) ?? []),
    courses: courses.map((course) => cardOf(course, w)),
    certificates: certificates
      .filter((certificate) => certificate.replacedBy === null)
      .map((certificate) => certificateOf(certificate, today, w)),
  }
}

/** What is begun comes first, then what the job requires, the most urgent first, then the rest. */
function nextOf({ courses, required }: LearningFacts, w: Words): LearningPage['next'] {
  const open = courses.filter((course) => course.progress.next !== null)
  const asked = required.map(({ courseId }) => open.find((one) => one.revision.courseId === courseId))
  const course = open.find((one) => one.enrolment !== null) ?? asked.find((one) => one !== undefined) ?? open[0]
  if (!course?.progress.next) return null
  const { document } = course.revision
  return {
    title: document.title[w.language],
    text: nextText(document, course.progress.next, w),
    minutes: w.t('learning.minutesLeft', { count: course.progress.minutesLeft }),
    url: addressOf(document.id, course.progress.next),
    label: course.enrolment ? w.t('learning.continue') : w.t('learning.start'),
  }
}

function requiredOf({ courseId, dueOn, venueId, reason }: RequiredCourse, facts: LearningFacts, w: Words) {
  const { courses, certificates, today } = facts
  const course = courses.find((one) => one.revision.courseId === courseId)
  if (!course) return null
  const has = certificates.some((one) => one.courseId === courseId && stands(one, today))
  return {
    title: course.revision.document.title[w.language],
    url: courseUrl(courseId),
    state: requiredState(has, isLate(dueOn, today), w),
    text: has ? '' : dueInWords(w, { reason, today, venue: facts.venues.get(venueId) ?? null }),
  }
}

function requiredState(has: boolean, late: boolean, w: Words): State {
  if (has) return { state: 'covered', text: w.t('learning.requirementMet') }
  return late
    ? { state: 'late', text: w.t('learning.requirementLate') }
    : { state: 'within', text: w.t('learning.requirementWithin') }
}

function cardOf({ revision: { document }, progress, renewal }: OwnCourse, w: Words): OwnCourseCard {
  const { share, minutesLeft, next } = progress
  const percent = w.percent(share)
  const begun = next !== null && share > 0
  return {
    title: document.title[w.language],
    summary: document.summary[w.language],
    url: courseUrl(document.id),
    state: renewal ? { state: 'expiring', text: w.t('learning.renew') } : stateOf(progress, w),
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
