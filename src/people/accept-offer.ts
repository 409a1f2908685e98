import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { agreeToEmployments } from './agree-to-employments.ts'
import { beginEmployment } from './begin-employment.ts'
import { confirmEmployment } from './confirm-employment.ts'
import { allEmploymentsOf } from './employment-store.ts'
import { overlap } from './job-spells.ts'
import { answerOffer, getOffer, type Offer } from './offer-store.ts'
import { actorOn } from './role-store.ts'

/**
 * The actor says that she works where a venue says so: an employment, confirmed by whoever offered it as long as that one still keeps the
 * venue's staff. Where she works there by then anyway, nothing is added. Accepting twice changes nothing; returns the employment's id.
 * Refuses: not-found; forbidden for anybody else; gone when it was declined or taken back.
 */
export async function acceptOffer(work: Work, offerId: string): Promise<string> {
  const offer = await getOffer(work.db, offerId)
  must(may.useOwn(work.actor, offer), 'answer for somebody else')
  if (offer.employmentId !== null) return offer.employmentId
  if (offer.answeredAt !== null) throw new Refusal('gone', 'the offer was declined or taken back')

  const employmentId = await employmentBy(work, offer)
  await answerOffer(work, offerId, employmentId)
  const { personId, venueId, job, firstOn } = offer
  await record(work, 'employment.offer-accepted', employmentId, { personId, venueId }, { offer: offerId, job, firstOn })
  return employmentId
}

async function employmentBy(work: Work, offer: Offer): Promise<string> {
  const { personId, venueId, offeredBy, firstOn } = offer
  const offerer = await actorOn(work.db, offeredBy, work.today)
  const stillKeeps = may.keepStaff(offerer, offer)
  const known = await allEmploymentsOf(work.db, personId, venueId)
  const there = known.find((one) => overlap(one, { firstOn, lastOn: null }))
  if (!there) return beginEmployment(work, { ...offer, confirmedBy: stillKeeps ? offeredBy : null })
  await agreeToEmployments(work, venueId)
  if (stillKeeps) await confirmEmployment({ ...work, actor: offerer }, there.id)
  return there.id
}
