import { addDays, type Day, type Instant } from '#base/dates.ts'
import { lastClosedFor } from '#certificates/renewal.ts'
import { standsOn } from '#certificates/store.ts'
import type { Reading } from '#db/work.ts'
import { findAsked } from './store.ts'

/** How far the reading again of a revision's marked pages has come. */
export interface DoneFigures {
  pages: number
  dueOn: Day
  /** People with a valid certificate earned on an older text and none on this text or a later one; without those who could renew the whole course when it was asked. */
  people: number
  /** Of them: who has read the pages. */
  done: number
  /** Of them: who has not, and the last day is past. */
  late: number
}

/** How many of how many have read a revision's marked pages again; null when none were marked. Figures only, nobody's name. */
export async function doneFigures(
  db: Reading,
  revisionId: string,
  { today, at }: { today: Day; at: Instant },
): Promise<DoneFigures | null> {
  const asked = await findAsked(db, revisionId)
  if (!asked) return null
  const { courseId, number, dueOn, days, askedOn } = asked
  const onThisText = db
    .selectFrom('certificates')
    .innerJoin('revisions', 'revisions.id', 'certificates.revision_id')
    .select('certificates.person_id')
    .where('certificates.course_id', '=', courseId)
    .where('revisions.number', '>=', number)
    .where(standsOn(today, at))
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('revisions', 'revisions.id', 'certificates.revision_id')
    .leftJoin('rereadings', (join) =>
      join.onRef('rereadings.earned_in', '=', 'certificates.enrolment_id').on('rereadings.number', '>=', number),
    )
    .select(['certificates.person_id', 'certificates.issued_on', 'rereadings.number as read'])
    .where('certificates.course_id', '=', courseId)
    .where('revisions.number', '<', number)
    .where((where) =>
      where.or([where('certificates.last_on', 'is', null), where('certificates.last_on', '>', lastClosedFor(askedOn))]),
    )
    .where(standsOn(today, at))
    .where('certificates.person_id', 'not in', onThisText)
    .execute()

  const people = [...Map.groupBy(rows, (row) => row.person_id).values()]
  const isDone = (own: typeof rows) => own.some((row) => row.read !== null)
  const isLate = (own: typeof rows) => own.every((row) => dueOn < today && addDays(row.issued_on, days) < today)
  const left = people.filter((own) => !isDone(own))
  return {
    pages: asked.pages.length,
    dueOn,
    people: people.length,
    done: people.length - left.length,
    late: left.filter(isLate).length,
  }
}
