import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { answerOffer, getOffer } from './offer-store.ts'

/**
 * The actor says that she does not work there, or the venue takes its offer back. Twice changes nothing. Refuses: not-found; forbidden for
 * anyone but the person, the venue's manager and the association; conflict once it was accepted.
 */
export async function declineOffer(work: Work, offerId: string): Promise<void> {
  const offer = await getOffer(work.db, offerId)
  must(may.useOwn(work.actor, offer) || may.keepStaff(work.actor, offer), 'answer for somebody else')
  if (offer.employmentId !== null) throw new Refusal('conflict', 'the offer was accepted')
  if (offer.answeredAt !== null) return
  await answerOffer(work, offerId, null)
  const { personId, venueId } = offer
  await record(work, 'employment.offer-declined', offerId, { personId, venueId })
}
