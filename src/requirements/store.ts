import type { Day, Instant } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import { closedVenuesOn } from '#people/closing-store.ts'
import type { Job } from '#people/job.ts'
import { type Due, dueCourses, type Reason, reasonFor, type Spell } from './due.ts'
import type { RequiredJob, Requirement } from './requirement.ts'

/**
 * The requirements that count on a day or counted before it, as known at an instant. The earlier ones belong to the answer: they tell since when
 * a course has been required. `isInForce` leaves those of the day.
 */
export async function requirementsOn(db: Reading, day: Day, knownAt: Instant): Promise<Requirement[]> {
  const rows = await db
    .selectFrom('requirement_facts')
    .select(['job', 'course_id', 'days', 'counts_from_on', 'last_on'])
    .where('counts_from_on', '<=', day)
    .where('written_at', '<=', knownAt)
    .where((where) => where.or([where('superseded_at', 'is', null), where('superseded_at', '>', knownAt)]))
    .orderBy('course_id')
    .orderBy('counts_from_on')
    .execute()
  return rows.map(toRequirement)
}

export interface KnownRequirement extends Requirement {
  id: string
}

/** What is believed now of one job and course, in order of days. */
export async function requirementsFor(db: Reading, job: RequiredJob, courseId: string): Promise<KnownRequirement[]> {
  const rows = await db
    .selectFrom('requirement_facts')
    .select(['id', 'job', 'course_id', 'days', 'counts_from_on', 'last_on'])
    .where('job', '=', job)
    .where('course_id', '=', courseId)
    .where('superseded_at', 'is', null)
    .orderBy('counts_from_on')
    .execute()
  return rows.map((row) => ({ id: row.id, ...toRequirement(row) }))
}

/** Everything believed now, earlier, present and planned, by course, job and day. */
export async function allRequirements(db: Reading): Promise<Requirement[]> {
  const rows = await db
    .selectFrom('requirement_facts')
    .select(['job', 'course_id', 'days', 'counts_from_on', 'last_on'])
    .where('superseded_at', 'is', null)
    .orderBy('course_id')
    .orderBy('job')
    .orderBy('counts_from_on')
    .execute()
  return rows.map(toRequirement)
}

interface Writing {
  id: string
  at: Instant
  by: string
}

export async function saveRequirement(db: Reading, of: Requirement, writing: Writing): Promise<void> {
  await db
    .insertInto('requirement_facts')
    .values({
      id: writing.id,
      job: of.job,
      course_id: of.courseId,
      days: of.days,
      counts_from_on: of.countsFromOn,
      last_on: of.lastOn,
      written_at: writing.at,
      written_by: writing.by,
      superseded_at: null,
    })
    .execute()
}

export async function supersedeRequirement(db: Reading, id: string, at: Instant): Promise<void> {
  await db.updateTable('requirement_facts').set({ superseded_at: at }).where('id', '=', id).execute()
}

export interface RequiredCourse extends Due {
  venueId: string
  reason: Reason
}

/**
 * The courses required of a person on a day by every employment that day, confirmed or not, as believed now. A course required at several venues
 * stands once, with the earliest due day and the venue that asks for it; the most urgent first. A venue closed on the day asks for nothing.
 */
export async function requiredOf(db: Reading, personId: string, day: Day): Promise<RequiredCourse[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .select(['venue_id', 'job', 'first_on', 'last_on'])
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('first_on', '<=', day)
    .orderBy('first_on')
    .execute()
  if (rows.length === 0) return []

  const closed = await closedVenuesOn(db, day)
  const requirements = await requirementsOn(db, day, foreverKnown)
  const required = [...Map.groupBy(rows, (row) => row.venue_id)].flatMap(([venueId, facts]) =>
    closed.has(venueId) ? [] : requiredAt(venueId, facts.map(toSpell), requirements, day),
  )
  required.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return required.filter((one, place) => required.findIndex(({ courseId }) => courseId === one.courseId) === place)
}

/** The courses required by the jobs at one venue, each with why it is due when it is. */
export const requiredAt = (
  venueId: string,
  spells: readonly Spell[],
  requirements: readonly Requirement[],
  day: Day,
): RequiredCourse[] =>
  dueCourses(spells, requirements, day).map((due) => ({
    ...due,
    venueId,
    reason: reasonFor(spells, requirements, due.courseId, day) as Reason,
  }))

/** Later than anything written: what is believed now. */
const foreverKnown: Instant = '9999-12-31T23:59:59.999Z'

export const toSpell = (row: { job: string; first_on: string; last_on: string | null }): Spell => ({
  job: row.job as Job,
  firstOn: row.first_on,
  lastOn: row.last_on,
})

interface Row {
  job: string
  course_id: string
  days: number
  counts_from_on: string
  last_on: string | null
}

const toRequirement = (row: Row): Requirement => ({
  job: row.job as RequiredJob,
  courseId: row.course_id,
  days: row.days,
  countsFromOn: row.counts_from_on,
  lastOn: row.last_on,
})
