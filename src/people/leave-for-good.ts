import { record } from '#audit/record.ts'
import { addDays } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { allEmploymentsOf } from './employment-store.ts'
import { between } from './job-spells.ts'
import { answerOffer, openOffersTo } from './offer-store.ts'
import { restateEmployment } from './restate-employment.ts'
import { restateRole } from './restate-role.ts'
import { rolesOf } from './role-store.ts'

/**
 * Whoever leaves entirely works nowhere after today and holds no role from now; an employment that is not confirmed or has not begun is
 * taken back, and what venues have offered is declined. The caller has asked the policy.
 */
export async function leaveForGood(work: Work, personId: string): Promise<void> {
  await endEmployments(work, personId)
  for (const offer of await openOffersTo(work.db, personId)) {
    await answerOffer(work, offer.id, null)
    await record(work, 'employment.offer-declined', offer.id, { personId, venueId: offer.venueId })
  }
  for (const fact of await rolesOf(work.db, personId, work.today)) {
    await restateRole(work, fact, addDays(work.today, -1))
    const venue = fact.venueId === null ? {} : { venueId: fact.venueId }
    await record(work, 'role.ended', fact.id, { personId, ...venue }, { role: fact.role })
  }
}

async function endEmployments(work: Work, personId: string): Promise<void> {
  for (const employment of await allEmploymentsOf(work.db, personId)) {
    if (employment.lastOn !== null && employment.lastOn <= work.today) continue
    const neverWas = !employment.confirmed || employment.firstOn > work.today
    const spells = neverWas ? [] : between(employment.spells, employment.firstOn, work.today)
    const { venueId } = employment
    if (await restateEmployment(work, employment, { spells }))
      await record(
        work,
        'employment.left',
        employment.id,
        { personId, venueId },
        { lastOn: neverWas ? null : work.today },
      )
  }
}
