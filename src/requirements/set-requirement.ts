import { record } from '#audit/record.ts'
import { addDays, type Day } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { giveWay } from './give-way.ts'
import type { RequiredJob } from './requirement.ts'
import { requirementsFor, saveRequirement } from './store.ts'

/**
 * Sets that a job needs a course within so many days, from a day on, for good. What counted before that day stands up to the day before;
 * what was set for later days is replaced. Setting the same again changes nothing.
 * Refuses: forbidden for anyone but the association; conflict when the days are not a whole number from 0 up.
 */
export async function setRequirement(
  work: Work,
  of: { job: RequiredJob; courseId: string; days: number; countsFromOn: Day },
): Promise<void> {
  must(may.setRequirement(work.actor), 'set a requirement')
  if (!Number.isInteger(of.days) || of.days < 0) throw new Refusal('conflict', 'days of grace are a whole number')
  const known = await requirementsFor(work.db, of.job, of.courseId)
  const last = known.at(-1)
  if (last && last.lastOn === null && last.days === of.days && last.countsFromOn === of.countsFromOn) return

  for (const one of known) await giveWay(work, one, addDays(of.countsFromOn, -1))
  const id = work.newId()
  await saveRequirement(work.db, { ...of, lastOn: null }, { id, at: work.at, by: work.actor.personId })
  const { job, courseId, days, countsFromOn } = of
  await record(work, 'requirement.set', id, {}, { job, courseId, days, countsFromOn })
}
