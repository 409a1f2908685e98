import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { getEmployment } from './employment-store.ts'
import type { Job } from './job.ts'
import { inJobFrom, sameSpells } from './job-spells.ts'
import { lastWritten, mustKeepEmployment, mustStandAlone } from './keep-employment.ts'
import { restateEmployment } from './restate-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Puts an employment into another job from a day on, past or to come: the job before ends the day before, changes planned for later give way.
 * The job she has that day anyway changes nothing, but calls off a change planned for later. Refuses: not-found; forbidden for anyone but the
 * venue's manager and the association, and for the manager before somebody who manages the venue as well; conflict for a day before the first,
 * after the last or more than two years ahead, and when another employment of hers there has the same job on one of the days.
 */
export async function changeJob(work: Work, employmentId: string, of: { job: Job; fromOn: Day }): Promise<void> {
  const employment = await getEmployment(work.db, employmentId)
  await mustKeepEmployment(work, employment, 'change a job')
  const { firstOn, lastOn, personId, venueId } = employment
  if (of.fromOn < firstOn) throw new Refusal('conflict', 'the day is before the first')
  if (lastOn !== null && of.fromOn > lastOn) throw new Refusal('conflict', 'the day is after the last')
  if (of.fromOn > lastWritten(work.today)) throw new Refusal('conflict', 'the day is too far away')
  const spells = inJobFrom(employment.spells, of.job, of.fromOn)
  if (sameSpells(spells, employment.spells)) return
  await mustStandAlone(work, employment, spells)
  await restateEmployment(work, employment, { spells })
  await record(work, 'employment.job-changed', employment.id, { personId, venueId }, { job: of.job, fromOn: of.fromOn })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'job-changed', values: { venue, job: of.job, day: of.fromOn } })
}
