import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { may } from '#policy.ts'
import { beginEmployment } from './begin-employment.ts'
import { allEmploymentsOf } from './employment-store.ts'
import type { Job } from './job.ts'
import { overlap } from './job-spells.ts'
import { mustBeSensible } from './keep-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Somebody who worked at the venue before is back: a new employment, confirmed at once, and the person is told. Sent twice it is there once.
 * Refuses: forbidden for anyone but the venue's manager and the association; not-found for somebody who never worked there by a confirmed
 * employment; conflict when she works there on the first day or will later, or the day is more than two years ahead.
 */
export async function takeBack(
  work: Work,
  of: { personId: string; venueId: string; job: Job; firstOn: Day },
): Promise<string> {
  must(may.keepStaff(work.actor, of), 'take somebody back')
  const known = await allEmploymentsOf(work.db, of.personId, of.venueId)
  if (!known.some((one) => one.confirmed)) throw new Refusal('not-found', 'somebody who worked here')
  mustBeSensible({ firstOn: of.firstOn, lastOn: null }, work.today)
  const there = known.find((one) => overlap(one, { firstOn: of.firstOn, lastOn: null }))
  if (there?.confirmed && there.firstOn === of.firstOn && there.spells[0]?.job === of.job) return there.id
  if (there) throw new Refusal('conflict', 'she works there already')

  const id = await beginEmployment(work, { ...of, confirmedBy: work.actor.personId })
  const { personId, venueId, job, firstOn } = of
  await record(work, 'employment.returned', id, { personId, venueId }, { job, firstOn })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-confirmed', values: { venue } })
  return id
}
