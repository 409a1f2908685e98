import type { Work } from '#db/work.ts'
import { agreedIdsOf } from './agreed-store.ts'
import { allEmploymentsOf } from './employment-store.ts'
import { restateEmployment } from './restate-employment.ts'

/**
 * The actor says that what a venue wrote down of her there is so, as far as it is not over: the same rows, written by herself. Only then may
 * its manager help her back into her account. The caller records it.
 */
export async function agreeToEmployments(work: Work, venueId: string): Promise<void> {
  const { personId } = work.actor
  const agreed = await agreedIdsOf(work.db, personId, work.today)
  for (const employment of await allEmploymentsOf(work.db, personId, venueId))
    if (!agreed.has(employment.id) && (employment.lastOn === null || employment.lastOn >= work.today))
      await restateEmployment(work, employment, { spells: employment.spells, agreed: true })
}
