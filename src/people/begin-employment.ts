import type { Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { saveEmployment } from './employment-store.ts'
import type { Job } from './job.ts'
import { writeSpell } from './restate-employment.ts'

/** A new employment without a last day, as the actor says it. The caller has asked the policy and records it. */
export async function beginEmployment(
  work: Work,
  of: { personId: string; venueId: string; job: Job; firstOn: Day; confirmedBy: string | null },
): Promise<string> {
  const id = await saveEmployment(work, of)
  const { personId, venueId, job, firstOn, confirmedBy } = of
  const confirmed = { confirmed_at: confirmedBy === null ? null : work.at, confirmed_by: confirmedBy }
  await writeSpell(work, { id, personId, venueId }, { job, firstOn, lastOn: null }, confirmed)
  return id
}
