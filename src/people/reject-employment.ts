import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { findEmployment } from './employment-store.ts'
import { mustKeepEmployment } from './keep-employment.ts'
import { restateEmployment } from './restate-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Rejects somebody who joined and does not work there: the employment never was, and the person is told. She keeps her account and may join
 * again. Rejecting twice changes nothing. Refuses: not-found; forbidden for anyone but the venue's manager and the association, and for the
 * manager before somebody who manages the venue as well; conflict once it is confirmed.
 */
export async function rejectEmployment(work: Work, employmentId: string): Promise<void> {
  const employment = await findEmployment(work.db, employmentId)
  if (employment === null) return
  await mustKeepEmployment(work, employment, 'reject an employment')
  if (employment.confirmed) throw new Refusal('conflict', 'the employment is confirmed')
  await restateEmployment(work, employment, { spells: [] })
  const { personId, venueId } = employment
  await record(work, 'employment.rejected', employment.id, { personId, venueId })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-rejected', values: { venue } })
}
