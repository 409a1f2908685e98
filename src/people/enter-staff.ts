import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { found, must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { beginEmployment } from './begin-employment.ts'
import { allEmploymentsOf } from './employment-store.ts'
import type { Job } from './job.ts'
import { overlap } from './job-spells.ts'
import { mustBeSensible } from './keep-employment.ts'
import { findUnclaimed } from './unclaimed-store.ts'

/**
 * A confirmed employment for somebody who was entered and has no password yet. Where she works there by then anyway nothing changes; returns
 * the employment's id. Refuses: forbidden for anyone but the venue's manager and the association; not-found for whoever has an account (that
 * is an offer: `offerEmployment`); conflict for a first day more than two years ahead.
 */
export async function enterStaff(
  work: Work,
  of: { venueId: string; job: Job; firstOn: Day; personId: string },
): Promise<string> {
  must(may.keepStaff(work.actor, of), 'enter staff')
  found(await findUnclaimed(work.db, of.personId), 'person without a password')
  mustBeSensible({ firstOn: of.firstOn, lastOn: null }, work.today)
  const { personId, venueId, job, firstOn } = of
  const known = await allEmploymentsOf(work.db, personId, venueId)
  const there = known.find((one) => overlap(one, { firstOn, lastOn: null }))
  if (there) return there.id
  const id = await beginEmployment(work, { ...of, confirmedBy: work.actor.personId })
  await record(work, 'employment.entered', id, { personId, venueId }, { job, firstOn })
  return id
}
