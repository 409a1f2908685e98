import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { counts, listedStateOn, stands } from '#certificates/state.ts'
import type { Revision } from '#courses/course.ts'
import { jobKey } from '#people/job.ts'
import { isLate } from '#requirements/due.ts'
import { dueInWords } from '#requirements/due-words.ts'
import type { RequiredCourse } from '#requirements/store.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'

/** A course that is required of a person: how it stands, and when it is due and why. */
export interface RequiredLine {
  title: string
  state: State
  /** Who asks for it, when it is due and what that is counted from; empty for whoever has the certificate. */
  text: string
}

export interface RequiredFacts {
  required: readonly RequiredCourse[]
  /** Newest first. */
  certificates: readonly Certificate[]
  courses: readonly Revision[]
  /** Names of the venues to be told, by id; none where the page is about one venue. */
  venues: ReadonlyMap<string, string>
  today: Day
}

export const requiredLines = (facts: RequiredFacts, w: Words): RequiredLine[] =>
  facts.required.map((one) => {
    const held = heldOn(facts.certificates, one.courseId, facts.today)
    return {
      title: titleOf(facts.courses, one.courseId, w),
      state: held ? heldState(held, facts.today, w) : lackingState(one, facts, w),
      text: held ? '' : `${askedBy(one, w)} ${whenDue(one, facts, w)}`,
    }
  })

export const titleOf = (courses: readonly Revision[], courseId: string, w: Words): string =>
  courses.find((one) => one.courseId === courseId)?.document.title[w.language] ?? courseId

/** The certificate that counts and lasts longest. */
function heldOn(certificates: readonly Certificate[], courseId: string, today: Day): Certificate | null {
  const standing = certificates.filter((one) => one.courseId === courseId && counts(one, today))
  return standing.toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1))[0] ?? null
}
const lastOf = ({ lastOn }: Certificate) => lastOn ?? '9999-12-31'

function heldState(held: Certificate, today: Day, w: Words): State {
  const state = listedStateOn(held, today) === 'expiring' ? 'expiring' : 'valid'
  if (held.lastOn === null) return { state, text: w.t('coverage.certificate.lasting') }
  return { state, text: w.t(`coverage.certificate.${state}`, { day: w.date(held.lastOn) }) }
}

function lackingState({ courseId, dueOn }: RequiredCourse, { certificates, today }: RequiredFacts, w: Words): State {
  const state = isLate(dueOn, today) ? 'late' : 'within'
  const isBehind = certificates.some((one) => one.courseId === courseId && stands(one, today))
  return { state, text: isBehind ? w.t('coverage.certificate.behind') : w.t(`staff.lacking.${state}`) }
}

function askedBy({ reason }: RequiredCourse, w: Words): string {
  const { job } = reason.requirement
  return job === 'any' ? w.t('staff.askedOfAll') : w.t('staff.askedOfJob', { job: w.t(jobKey(job)) })
}

const whenDue = ({ reason, venueId }: RequiredCourse, { venues, today }: RequiredFacts, w: Words): string =>
  dueInWords(w, { reason, today, venue: venues.get(venueId) ?? null })
