import type { Day } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import type { Job } from './job.ts'
import { type JobSpell, lastDayOf } from './job-spells.ts'

/** A confirmed employment at a venue as its manager's lists show it. */
export interface StaffLine {
  employmentId: string
  personId: string
  /** Null once the person is erased. */
  name: string | null
  firstOn: Day
  lastOn: Day | null
  spells: readonly JobSpell[]
}

/** The confirmed employments of a venue as believed now, without those that ended before `since`: who works there, will, or has just left. */
export async function recentStaffOf(db: Reading, venueId: string, since: Day): Promise<StaffLine[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .innerJoin('people', 'people.id', 'employment_facts.person_id')
    .select(['employment_facts.employment_id', 'employment_facts.person_id', 'people.name'])
    .select(['employment_facts.job', 'employment_facts.first_on', 'employment_facts.last_on'])
    .where('employment_facts.venue_id', '=', venueId)
    .where('employment_facts.superseded_at', 'is', null)
    .where('employment_facts.confirmed_at', 'is not', null)
    .where((where) =>
      where.or([where('employment_facts.last_on', 'is', null), where('employment_facts.last_on', '>=', since)]),
    )
    .orderBy('employment_facts.first_on')
    .execute()
  return [...Map.groupBy(rows, (row) => row.employment_id).values()].map((own) => {
    const [first] = own as [(typeof rows)[number]]
    return {
      employmentId: first.employment_id,
      personId: first.person_id,
      name: first.name,
      firstOn: first.first_on,
      lastOn: lastDayOf(own.map((row) => ({ lastOn: row.last_on }))),
      spells: own.map((row) => ({ job: row.job as Job, firstOn: row.first_on, lastOn: row.last_on })),
    }
  })
}
