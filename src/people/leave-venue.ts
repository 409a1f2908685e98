import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { findEmployment } from './employment-store.ts'
import { endManagerRole } from './end-manager-role.ts'
import { between, sameSpells } from './job-spells.ts'
import { restateEmployment } from './restate-employment.ts'

/**
 * The actor leaves a venue, with today or an earlier day as the last. One that is not confirmed or has not begun is simply taken back.
 * Whoever managed the venue no longer does. She keeps everything earned. Once it is over nothing changes any more. Refuses: not-found;
 * forbidden for anybody else; conflict when the last day is still to come or before the first.
 */
export async function leaveVenue(work: Work, employmentId: string, lastOn: Day): Promise<void> {
  const employment = await findEmployment(work.db, employmentId)
  if (employment === null) return
  must(may.useOwn(work.actor, employment), 'leave for somebody else')
  if (employment.lastOn !== null && employment.lastOn < work.today) return
  if (lastOn > work.today) throw new Refusal('conflict', 'the last day is still to come')

  const neverWas = !employment.confirmed || employment.firstOn > work.today
  if (!neverWas && lastOn < employment.firstOn) throw new Refusal('conflict', 'the last day is before the first')
  const spells = neverWas ? [] : between(employment.spells, employment.firstOn, lastOn)
  const { personId, venueId } = employment
  /** All rows anew, so that her last word is where it ends. */
  const agreed = !sameSpells(spells, employment.spells)
  if (await restateEmployment(work, employment, { spells, agreed }))
    await record(work, 'employment.left', employment.id, { personId, venueId }, { lastOn: neverWas ? null : lastOn })
  await endManagerRole(work, { personId, venueId, lastOn })
}
