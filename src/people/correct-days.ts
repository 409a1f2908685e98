import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { getEmployment } from './employment-store.ts'
import { between } from './job-spells.ts'
import { mustBeSensible, mustKeepEmployment, mustStandAlone } from './keep-employment.ts'
import { restateEmployment } from './restate-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Corrects the first and the last day of an employment, over or not (null = no last day); what was known before stays known as it was (rules
 * 5.4, 5.6). Jobs that lie outside are gone. The same days change nothing. Refuses: not-found; forbidden for anyone but the venue's manager
 * and the association, and for the manager before somebody who manages the venue as well; conflict when the last day is before the first,
 * a day is more than two years ahead, or another employment of hers there has the same job on one of the days.
 */
export async function correctDays(
  work: Work,
  employmentId: string,
  days: { firstOn: Day; lastOn: Day | null },
): Promise<void> {
  const employment = await getEmployment(work.db, employmentId)
  await mustKeepEmployment(work, employment, 'correct an employment')
  mustBeSensible(days, work.today)
  const spells = between(employment.spells, days.firstOn, days.lastOn)
  await mustStandAlone(work, employment, spells)
  if (!(await restateEmployment(work, employment, { spells }))) return
  const { personId, venueId } = employment
  await record(work, 'employment.corrected', employment.id, { personId, venueId }, { ...days })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-corrected', values: { venue } })
}
