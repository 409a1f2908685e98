import type { Day } from '#base/dates.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { jobKey } from '#people/job.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'

export type Phase = 'unconfirmed' | 'coming' | 'ongoing' | 'over'

/** Where an employment is on a day. */
export function phaseOf({ confirmed, firstOn, lastOn }: WholeEmployment, today: Day): Phase {
  if (!confirmed) return 'unconfirmed'
  if (lastOn !== null && lastOn < today) return 'over'
  return firstOn > today ? 'coming' : 'ongoing'
}

export function phaseState(employment: WholeEmployment, today: Day, w: Words): State {
  const phase = phaseOf(employment, today)
  const { firstOn, lastOn } = employment
  if (phase === 'unconfirmed') return { state: 'unconfirmed', text: w.t('staff.phase.unconfirmed') }
  if (phase === 'over') return { state: 'withdrawn', text: w.t('staff.phase.over', { day: w.date(lastOn as Day) }) }
  if (phase === 'coming') return { state: 'waiting', text: w.t('staff.phase.coming', { day: w.date(firstOn) }) }
  if (lastOn !== null) return { state: 'expiring', text: w.t('staff.phase.ending', { day: w.date(lastOn) }) }
  return { state: 'done', text: w.t('staff.phase.ongoing') }
}

/** Job by job, in words: `Bar, fra 1. marts 2026 til 30. november 2026`. */
export const jobLines = ({ spells }: Pick<WholeEmployment, 'spells'>, w: Words): string[] =>
  spells.map(({ job, firstOn, lastOn }) => {
    const said = { job: w.t(jobKey(job)), from: w.date(firstOn) }
    return lastOn === null ? w.t('staff.jobFrom', said) : w.t('staff.jobFromTo', { ...said, to: w.date(lastOn) })
  })
