import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Job } from './job.ts'
import { employmentsOf } from './store.ts'

/**
 * The actor joins a venue in a job from today, unconfirmed until a manager says so. Joining again while employed there changes nothing
 * and returns the employment there is.
 */
export async function joinVenue(work: Work, of: { personId: string; venueId: string; job: Job }): Promise<string> {
  must(may.useOwn(work.actor, of), 'join a venue for somebody else')
  const known = (await employmentsOf(work.db, of.personId, work.today)).find((one) => one.venueId === of.venueId)
  if (known) return known.id

  const employmentId = work.newId()
  const { personId, venueId } = of
  await work.db.insertInto('employments').values({ id: employmentId, person_id: personId, venue_id: venueId }).execute()
  await work.db
    .insertInto('employment_facts')
    .values({
      id: work.newId(),
      employment_id: employmentId,
      person_id: personId,
      venue_id: venueId,
      job: of.job,
      first_on: work.today,
      last_on: null,
      confirmed_at: null,
      confirmed_by: null,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
  await record(work, 'employment.joined', employmentId, { personId, venueId }, { job: of.job })
  return employmentId
}
