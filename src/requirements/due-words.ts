import type { Day } from '#base/dates.ts'
import type { Words } from '#web/words.ts'
import type { Reason } from './due.ts'

export interface ToldDue {
  reason: Pick<Reason, 'dueOn' | 'firstOn' | 'because' | 'requirement'>
  today: Day
  /** The name of the venue whose job asks for it; null where the page says it anyway. */
  venue: string | null
}

/** When a course is due and why, in two or three short sentences that read alike to oneself and to a manager. */
export function dueInWords(w: Words, { reason, today, venue }: ToldDue): string {
  const { dueOn, firstOn, because, requirement } = reason
  const key = dueOn < today ? 'requirements.duePast' : dueOn === today ? 'requirements.dueToday' : 'requirements.due'
  const values = { days: w.t('requirements.days', { count: requirement.days }), first: w.date(firstOn) }
  const why =
    venue === null
      ? w.t(`requirements.because.${because}`, values)
      : w.t(`requirements.becauseAt.${because}`, { ...values, venue })
  return `${w.t(key, { day: w.date(dueOn) })} ${why}`
}
