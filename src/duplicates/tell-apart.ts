import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { saveToldApart } from './store.ts'

/** Says of two people who look like one that they are two; they are not shown together again. Refuses: forbidden. */
export async function tellApart(work: Work, people: readonly [string, string]): Promise<void> {
  must(may.mergePeople(work.actor), 'tell people apart')
  await saveToldApart(work.db, { people, at: work.at, by: work.actor.personId })
  for (const personId of people) await record(work, 'person.told-apart', personId, { personId })
}
