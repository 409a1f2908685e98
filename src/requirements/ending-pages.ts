import { addDays, type Day } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import type { Button, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type AffectedPart, type AffectedView, affectedPart } from './affected-pages.ts'
import { lastPlanned } from './forms.ts'
import type { Requirement } from './requirement.ts'
import { courseText, daysText, requiredJobText } from './requirement-words.ts'

/** A requirement that is to end: first the day, then what it means. */
export interface EndingPage {
  title: string
  said: string
  faults: readonly Fault[]
  /** Kept in the address while the day is chosen. */
  course: string
  job: string
  last: Field
  /** Null until a day is chosen. */
  preview: { said: string; affected: AffectedPart; confirm: Button } | null
}

export const endingPage = page<EndingPage>('requirements/ending')

export interface EndingView {
  /** The one in force, or the next to be. */
  requirement: Requirement
  courses: readonly Revision[]
  today: Day
  /** The day as typed; a fault when there is no such day, or it is too early. */
  typed: string
  refused: boolean
  affected: AffectedView | null
}

export function toEndingPage(view: EndingView, w: Words): EndingPage {
  const { requirement, courses, today, typed, refused, affected } = view
  const { job, courseId, days } = requirement
  const names = { job: requiredJobText(job, w), course: courseText(courseId, courses, w) }
  const fault = refused ? w.t('requirements.lastFault') : null
  return {
    title: w.t('requirements.endTitle'),
    said: w.t('requirements.endLead', { ...names, days: daysText(days, w) }),
    faults: fault ? [{ name: 'last', text: fault }] : [],
    course: courseId,
    job,
    last: {
      name: 'last',
      label: w.t('requirements.last'),
      hint: w.t('requirements.lastHint'),
      type: 'date',
      value: typed || today,
      min: addDays(today, -1),
      max: lastPlanned(today),
      fault,
      required: true,
    },
    preview: affected && {
      said: w.t('requirements.endSaid', { ...names, last: w.date(typed), first: w.date(addDays(typed, 1)) }),
      affected: affectedPart(affected, w),
      confirm: {
        action: '/requirements/endings',
        label: w.t('requirements.endConfirm'),
        kind: 'danger',
        fields: { course: courseId, job, last: typed },
      },
    },
  }
}
