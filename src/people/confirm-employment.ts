import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { restateEmployment } from './restate-employment.ts'
import { getEmployment } from './store.ts'

/**
 * Confirms an employment, so that it counts from its first day, as known from now. Confirming twice changes nothing.
 * Refuses: not-found; forbidden for anyone but the venue's manager and the association.
 */
export async function confirmEmployment(work: Work, employmentId: string): Promise<void> {
  const employment = await getEmployment(work.db, employmentId, work.now)
  must(may.keepStaff(work.actor, employment), 'confirm an employment')
  if (employment.confirmed) return
  await restateEmployment(work, employment, { confirmed: true })
  const { personId, venueId } = employment
  await record(work, 'employment.confirmed', employment.id, { personId, venueId })
}
