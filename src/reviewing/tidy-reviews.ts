import { addDays, instantOf } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { forgetAskedBefore } from './store.ts'

/** As long as what was said may still be spoken about with who said it. */
const daysKept = 365

/** Forgets the names of those who were asked: they have no account and cannot see to it themselves. Whoever signed stands by it. */
export async function tidyReviews(work: Work): Promise<void> {
  await forgetAskedBefore(work.db, instantOf(new Date(`${addDays(work.today, -daysKept)}T00:00:00Z`)))
}
