import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { found, must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { may } from '#policy.ts'
import { findAccountOf } from './account-store.ts'
import { allEmploymentsOf } from './employment-store.ts'
import type { Job } from './job.ts'
import { overlap } from './job-spells.ts'
import { mustBeSensible } from './keep-employment.ts'
import { openOffersTo, saveOffer } from './offer-store.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Says that somebody with an account works at the venue. It gives nobody anything before she says so too, on her own pages; she is told.
 * While an offer of the venue waits for her answer, another changes nothing; returns the offer's id. Refuses: forbidden for anyone but the
 * venue's manager and the association; not-found for whoever has no account; conflict when she works there by then anyway, and for a first day
 * more than two years ahead.
 */
export async function offerEmployment(
  work: Work,
  of: { personId: string; venueId: string; job: Job; firstOn: Day },
): Promise<string> {
  must(may.keepStaff(work.actor, of), 'offer an employment')
  found(await findAccountOf(work.db, of.personId), 'account')
  mustBeSensible({ firstOn: of.firstOn, lastOn: null }, work.today)
  const { personId, venueId, job, firstOn } = of
  const waiting = (await openOffersTo(work.db, personId)).find((offer) => offer.venueId === venueId)
  if (waiting) return waiting.id
  const known = await allEmploymentsOf(work.db, personId, venueId)
  if (known.some((one) => overlap(one, { firstOn, lastOn: null })))
    throw new Refusal('conflict', 'she works there already')

  const id = await saveOffer(work, of)
  await record(work, 'employment.offered', id, { personId, venueId }, { job, firstOn })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-offered', values: { venue } })
  return id
}
