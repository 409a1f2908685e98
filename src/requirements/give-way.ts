import type { Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { upTo } from './requirement.ts'
import { type KnownRequirement, saveRequirement, supersedeRequirement } from './store.ts'

/**
 * What was believed of a requirement stays readable as known then; that it ends on a day is a new row, when any day is left to it.
 * Says whether anything changed. The caller has asked the policy and records it.
 */
export async function giveWay(work: Work, was: KnownRequirement, lastOn: Day): Promise<boolean> {
  const left = upTo(was, lastOn)
  if (left === was) return false
  await supersedeRequirement(work.db, was.id, work.at)
  if (left) await saveRequirement(work.db, left, { id: work.newId(), at: work.at, by: work.actor.personId })
  return true
}
