import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { agreeToEmployments } from './agree-to-employments.ts'
import { beginEmployment } from './begin-employment.ts'
import { closedOn } from './closing-store.ts'
import { allEmploymentsOf } from './employment-store.ts'
import type { Job } from './job.ts'
import { overlap } from './job-spells.ts'

/**
 * The actor joins a venue in a job from today, unconfirmed until a manager says so. Joining again while employed there or about to be changes nothing but
 * that she now says so herself, and returns the employment there is. Refuses: forbidden for somebody else; gone while the venue is closed.
 */
export async function joinVenue(work: Work, of: { personId: string; venueId: string; job: Job }): Promise<string> {
  must(may.useOwn(work.actor, of), 'join a venue for somebody else')
  const here = await allEmploymentsOf(work.db, of.personId, of.venueId)
  const known = here.find((one) => overlap(one, { firstOn: work.today, lastOn: null }))
  if (known) {
    await agreeToEmployments(work, of.venueId)
    return known.id
  }
  if (await closedOn(work.db, of.venueId, work.today)) throw new Refusal('gone', 'the venue is closed')
  const id = await beginEmployment(work, { ...of, firstOn: work.today, confirmedBy: null })
  const { personId, venueId, job } = of
  await record(work, 'employment.joined', id, { personId, venueId }, { job })
  return id
}
