import type { Day, Instant } from '#base/dates.ts'
import { meetsOn, type Overdue } from '#certificates/counting-store.ts'
import type { Reading } from '#db/work.ts'
import type { TownWhen, When } from './counting-store.ts'
import { countsInTown } from './counting-store.ts'
import { type Lacking, unclearByNow } from './lacking-store.ts'

/** Certificates that changed hands after an instant, because two records turned out to be of one person. */
export interface Moved {
  /** Whose a certificate was at the instant, by its number. */
  owners: ReadonlyMap<string, string>
  /** Everybody who gave or got one since. */
  people: readonly string[]
}

/** Null as long as none has moved since: the usual answer, and then nothing else needs to be asked. */
export async function movedSince(db: Reading, knownAt: Instant): Promise<Moved | null> {
  const rows = await db
    .selectFrom('certificate_moves')
    .select(['certificate_number', 'from_person_id', 'to_person_id'])
    .where('moved_at', '>', knownAt)
    .orderBy('moved_at')
    .execute()
  if (rows.length === 0) return null
  const owners = new Map<string, string>()
  for (const row of rows)
    if (!owners.has(row.certificate_number)) owners.set(row.certificate_number, row.from_person_id)
  return { owners, people: [...new Set(rows.flatMap((row) => [row.from_person_id, row.to_person_id]))] }
}

/** What those people held on the day as known at the instant, when it was still theirs. */
export async function heldBeforeMoves(
  db: Reading,
  moved: Moved,
  courses: readonly string[],
  when: When & { overdue: readonly Overdue[] },
): Promise<{ personId: string; courseId: string; lastOn: Day | null }[]> {
  const rows = await db
    .selectFrom('certificates')
    .select(['certificates.number', 'certificates.person_id', 'certificates.course_id', 'certificates.last_on'])
    .where('certificates.course_id', 'in', courses)
    .where((where) =>
      where.or([
        where('certificates.person_id', 'in', moved.people),
        where('certificates.number', 'in', [...moved.owners.keys()]),
      ]),
    )
    .where(meetsOn(when, when.overdue))
    .execute()
  return rows.map((row) => ({
    personId: moved.owners.get(row.number) ?? row.person_id,
    courseId: row.course_id,
    lastOn: row.last_on,
  }))
}

/** Those who lack a course, with the people whose certificates have moved since looked at one by one, by what they held then. */
export async function lackingBeforeMoves(
  db: Reading,
  lacking: readonly Lacking[],
  of: { moved: Moved; courseId: string; when: TownWhen; isRequiredOf(job: string): boolean },
): Promise<Lacking[]> {
  const { moved, courseId, when } = of
  const held = await heldBeforeMoves(db, moved, [courseId], when)
  const holders = new Set(held.map((one) => one.personId))
  const spells = await db
    .selectFrom('employment_facts')
    .select(['venue_id', 'person_id', 'job'])
    .where('person_id', 'in', moved.people)
    .where(countsInTown(when))
    .execute()
  const others = lacking.filter((one) => !moved.people.includes(one.person_id))
  const theirs = spells.filter((spell) => of.isRequiredOf(spell.job) && !holders.has(spell.person_id))
  return [...others, ...theirs.map(({ venue_id, person_id }) => ({ venue_id, person_id, seen: unclearByNow }))]
}
