import type { Day } from '#base/dates.ts'
import { broughtUpBy, type Overdue } from '#certificates/counting-store.ts'
import { countsTo } from '#certificates/owing.ts'
import type { Reading } from '#db/work.ts'
import type { When } from './counting-store.ts'
import type { PastCertificate } from './staff.ts'

/**
 * The certificates of people who lack something, newest first: they may have had it. Revoked outweighs withdrawn; the first end counts.
 * One that was replaced is left out: the one that took its place has all its days.
 */
export async function pastOf(
  db: Reading,
  people: readonly string[],
  courses: readonly string[],
  when: When & { overdue: readonly Overdue[] },
): Promise<PastCertificate[]> {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('revisions', 'revisions.id', 'certificates.revision_id')
    .leftJoin('certificate_endings', (join) =>
      join
        .onRef('certificate_endings.certificate_number', '=', 'certificates.number')
        .on('certificate_endings.from_on', '<=', when.on)
        .on('certificate_endings.written_at', '<=', when.knownAt),
    )
    .select(['certificates.number', 'certificates.person_id', 'certificates.course_id'])
    .select(['certificates.issued_on', 'certificates.last_on', 'certificates.enrolment_id'])
    .select('revisions.number as earned_number')
    .select(['certificate_endings.kind', 'certificate_endings.from_on'])
    .where('certificates.person_id', 'in', people)
    .where('certificates.course_id', 'in', courses)
    .where('certificates.issued_at', '<=', when.knownAt)
    .where('certificates.issued_on', '<=', when.on)
    .orderBy('certificates.issued_on', 'desc')
    .orderBy('certificates.issued_at', 'desc')
    .orderBy('certificates.number')
    .orderBy('certificate_endings.from_on')
    .execute()
  const countedTo = await lastCounted(db, rows, when)
  const certificates = [...Map.groupBy(rows, (row) => row.number).values()]
  return certificates.filter(isNotReplaced).map((endings) => {
    const [row] = endings as [(typeof rows)[number]]
    const kind = endings.some((ending) => ending.kind === 'revoked') ? 'revoked' : 'withdrawn'
    return {
      personId: row.person_id,
      courseId: row.course_id,
      issuedOn: row.issued_on,
      lastOn: row.last_on,
      countedTo: countedTo(row),
      ending: row.from_on === null ? null : { kind, fromOn: row.from_on },
    }
  })
}

const isNotReplaced = (endings: readonly { kind: string | null }[]) =>
  endings.every((ending) => ending.kind !== 'replaced')

interface Row {
  course_id: string
  enrolment_id: string
  issued_on: Day
  last_on: Day | null
  earned_number: number
}

/** Until when each counted, where changed pages were not read by then; asks only when pages are overdue at all. */
async function lastCounted(
  db: Reading,
  rows: readonly Row[],
  when: When & { overdue: readonly Overdue[] },
): Promise<(row: Row) => Day | null> {
  if (when.overdue.length === 0) return () => null
  const enrolments = rows.map((row) => row.enrolment_id)
  const brought = await broughtUpBy(db, enrolments, when)
  return (row) => {
    const upTo = Math.max(row.earned_number, brought.get(row.enrolment_id) ?? 0)
    const deadlines = when.overdue.filter((one) => one.courseId === row.course_id)
    const day = countsTo(deadlines, { issuedOn: row.issued_on, lastOn: row.last_on, upTo })
    return day !== null && day < when.on ? day : null
  }
}
