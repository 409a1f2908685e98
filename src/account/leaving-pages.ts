import type { Day } from '#base/dates.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { faultLines } from '#signin/fields.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Asked before somebody leaves a venue. */
export interface LeavingPage {
  title: string
  faults: Fault[]
  /** Null where there is nothing to count: not confirmed, or not begun. */
  field: Field | null
  effects: string[]
  action: string
}

export const leavingPage = page<LeavingPage>('account/leaving')

export interface LeavingView {
  employment: WholeEmployment
  venue: string
  manages: boolean
  today: Day
  /** A day that was refused, as typed. */
  refused?: string
}

export function toLeavingPage({ employment, venue, manages, today, refused }: LeavingView, w: Words): LeavingPage {
  const first = w.date(employment.firstOn)
  const field: Field = {
    name: 'lastOn',
    label: w.t('account.leavingDay'),
    hint: w.t('account.leavingDayHint'),
    type: 'date',
    value: refused ?? today,
    fault: refused === undefined ? null : w.t('account.leavingDayFault', { first }),
    min: employment.firstOn,
    max: today,
    required: true,
  }
  const counts = employment.confirmed && employment.firstOn <= today
  return {
    title: w.t('account.leavingTitle', { venue }),
    faults: counts ? faultLines([field]) : [],
    field: counts ? field : null,
    effects: [
      w.t('account.leaving.venue'),
      ...(manages ? [w.t('account.leaving.manager')] : []),
      w.t('account.leaving.kept'),
      w.t('account.leaving.back'),
    ],
    action: `/account/venues/${employment.id}/leaving`,
  }
}
