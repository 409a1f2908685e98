import { addDays, instantOf } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { throwAway } from './store.ts'

/** What was published, settled or thrown away stays this long, should somebody have to look it up. */
const daysKept = 90

/** Throws away old versions, and the texts nothing speaks of any more: every save of a draft leaves one. */
export async function tidyDrafts(work: Work): Promise<void> {
  await throwAway(work.db, instantOf(new Date(`${addDays(work.today, -daysKept)}T00:00:00Z`)))
}
