import { addDays, instantOf } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { deleteOlder } from './store.ts'

/** A package can be sent again by whoever made it. */
export const daysKept = 30

/** Throws away packages nobody took. */
export async function tidyPackages(work: Work): Promise<void> {
  await deleteOlder(work.db, instantOf(new Date(`${addDays(work.today, -daysKept)}T00:00:00Z`)))
}
