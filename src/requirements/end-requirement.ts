import { record } from '#audit/record.ts'
import { addDays, type Day } from '#base/dates.ts'
import { found, must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { giveWay } from './give-way.ts'
import type { RequiredJob } from './requirement.ts'
import { requirementsFor } from './store.ts'

/**
 * Ends what a job needs of a course with its last day, planned changes after it as well. The same again changes nothing.
 * Refuses: forbidden for anyone but the association; not-found when there is no such requirement; conflict when the last day is before
 * yesterday: what was required stays required.
 */
export async function endRequirement(
  work: Work,
  of: { job: RequiredJob; courseId: string; lastOn: Day },
): Promise<void> {
  must(may.setRequirement(work.actor), 'end a requirement')
  const { job, courseId, lastOn } = of
  const [first, ...rest] = await requirementsFor(work.db, job, courseId)
  found(first, 'requirement')
  if (lastOn < addDays(work.today, -1)) throw new Refusal('conflict', 'a requirement ends yesterday at the earliest')
  let changed = false
  for (const one of first ? [first, ...rest] : []) changed = (await giveWay(work, one, lastOn)) || changed
  if (changed) await record(work, 'requirement.ended', `${job} ${courseId}`, {}, { job, courseId, lastOn })
}
