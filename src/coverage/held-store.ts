import type { Day } from '#base/dates.ts'
import { meetsOn, type Overdue } from '#certificates/counting-store.ts'
import type { Reading } from '#db/work.ts'
import { countsOn, type When } from './counting-store.ts'
import { heldBeforeMoves, movedSince } from './moved-store.ts'
import type { Held } from './staff.ts'

/** Who is employed there on the day. */
export const staffIds = (db: Reading, venueId: string, when: When) =>
  db
    .selectFrom('employment_facts')
    .select('employment_facts.person_id')
    .where('employment_facts.venue_id', '=', venueId)
    .where(countsOn(when))

/** What everybody employed at a venue on the day holds of some courses that day; nothing of one whose changed pages are overdue. */
export async function heldAt(
  db: Reading,
  venueId: string,
  courses: readonly string[],
  when: When & { overdue: readonly Overdue[] },
): Promise<Held> {
  const rows = await db
    .selectFrom('certificates')
    .select(['certificates.person_id', 'certificates.course_id', 'certificates.last_on'])
    .where('certificates.course_id', 'in', courses)
    .where('certificates.person_id', 'in', staffIds(db, venueId, when))
    .where(meetsOn(when, when.overdue))
    .execute()
  const held = rows.map((row) => ({ personId: row.person_id, courseId: row.course_id, lastOn: row.last_on }))
  const moved = await movedSince(db, when.knownAt)
  if (!moved) return longest(held)
  const others = held.filter((one) => !moved.people.includes(one.personId))
  return longest([...others, ...(await heldBeforeMoves(db, moved, courses, when))])
}

/** By person and course the last day of the one that lasts longest. */
function longest(certificates: readonly { personId: string; courseId: string; lastOn: Day | null }[]): Held {
  const held = new Map<string, Map<string, Day | null>>()
  for (const { personId, courseId, lastOn } of certificates) {
    const own = held.get(personId) ?? new Map<string, Day | null>()
    const known = own.get(courseId)
    if (known === undefined || lastOn === null || (known !== null && known < lastOn)) own.set(courseId, lastOn)
    held.set(personId, own)
  }
  return held
}
