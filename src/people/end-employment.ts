import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { getEmployment } from './employment-store.ts'
import { endManagerRole } from './end-manager-role.ts'
import { between } from './job-spells.ts'
import { mustBeSensible, mustKeepEmployment } from './keep-employment.ts'
import { restateEmployment } from './restate-employment.ts'
import { venueNameOf } from './venue-store.ts'

/**
 * Ends an employment with its last day, and with it what was planned after; whoever managed the venue no longer does. The person keeps
 * everything earned and is told. The same last day again changes nothing. Refuses: not-found; forbidden for anyone but the venue's manager and
 * the association, and for the manager before somebody who manages the venue as well (herself too: she leaves by `leaveVenue`); conflict when
 * the last day is before the first or more than two years ahead, and when it had ended before today with another last day.
 */
export async function endEmployment(work: Work, employmentId: string, lastOn: Day): Promise<void> {
  const employment = await getEmployment(work.db, employmentId)
  await mustKeepEmployment(work, employment, 'end an employment')
  if (employment.lastOn === lastOn) return
  if (employment.lastOn !== null && employment.lastOn < work.today) throw new Refusal('conflict', 'it has ended')
  mustBeSensible({ firstOn: employment.firstOn, lastOn }, work.today)
  await restateEmployment(work, employment, { spells: between(employment.spells, employment.firstOn, lastOn) })
  const { personId, venueId } = employment
  await record(work, 'employment.ended', employment.id, { personId, venueId }, { lastOn })
  await endManagerRole(work, { personId, venueId, lastOn })
  const venue = await venueNameOf(work.db, venueId)
  await tellPerson(work, { personId, kind: 'employment-ended', values: { venue, day: lastOn } })
}
