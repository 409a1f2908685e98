import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { may } from '#policy.ts'
import { getEmployment } from './employment-store.ts'
import { restateEmployment } from './restate-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Confirms an employment, so that it counts from its first day, as known from now, and tells the person. Confirming twice changes nothing.
 * Refuses: not-found, also for one that was rejected; forbidden for anyone but the venue's manager and the association.
 */
export async function confirmEmployment(work: Work, employmentId: string): Promise<void> {
  const employment = await getEmployment(work.db, employmentId)
  must(may.keepStaff(work.actor, employment), 'confirm an employment')
  if (employment.confirmed) return
  await restateEmployment(work, employment, { spells: employment.spells, confirm: true })
  const { personId, venueId } = employment
  await record(work, 'employment.confirmed', employment.id, { personId, venueId })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-confirmed', values: { venue } })
}
