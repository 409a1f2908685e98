import type { Day } from '#base/dates.ts'
import { certificatesOf } from '#certificates/store.ts'
import type { Reading } from '#db/work.ts'
import { type Owed, owedIn } from './owed.ts'

/** What a person has to read again in a course today, or null. */
export const owedBy = async (db: Reading, personId: string, courseId: string, today: Day): Promise<Owed | null> =>
  owedIn(await certificatesOf(db, personId), courseId, today)
