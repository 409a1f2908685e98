import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { restateEmployment } from './restate-employment.ts'
import { getEmployment } from './store.ts'

/**
 * Ends an employment with its last day. The person keeps everything earned. Refuses: not-found; forbidden for anyone but the venue's
 * manager, the association and the person; conflict when the last day is before the first.
 */
export async function endEmployment(work: Work, employmentId: string, lastOn: Day): Promise<void> {
  const employment = await getEmployment(work.db, employmentId, work.now)
  must(may.keepStaff(work.actor, employment) || may.useOwn(work.actor, employment), 'end an employment')
  if (lastOn < employment.firstOn) throw new Refusal('conflict', 'the last day is before the first')
  await restateEmployment(work, employment, { lastOn })
  const { personId, venueId } = employment
  await record(work, 'employment.ended', employment.id, { personId, venueId }, { lastOn })
}
