import { endOf, type Instant } from '#base/dates.ts'
import { overdueOn } from '#certificates/counting-store.ts'
import type { Revision } from '#courses/course.ts'
import { findPublishedBy } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { closingAt } from '#people/closing-store.ts'
import type { Job } from '#people/job.ts'
import { isInForce } from '#requirements/requirement.ts'
import { requirementsOn, toSpell } from '#requirements/store.ts'
import { believedAt, type When } from './counting-store.ts'
import { heldAt, staffIds } from './held-store.ts'
import { pastOf } from './past-store.ts'
import { type PassedModule, peopleLackingIn, type StaffFacts, type StaffMember, staffOf } from './staff.ts'

/** Everybody with a confirmed employment at a venue on the day, and how they stand; no names. Nobody on a day it is closed. */
export async function readStaff(db: Reading, venueId: string, when: When): Promise<StaffMember[]> {
  if (await closingAt(db, venueId, when)) return []
  const requirements = await requirementsOn(db, when.on, when.knownAt)
  const asked = { ...when, overdue: await overdueOn(db, when) }
  const courses = [...new Set(requirements.filter((one) => isInForce(one, when.on)).map((one) => one.courseId))]
  const known = {
    spells: await spellsAt(db, venueId, when),
    requirements,
    held: courses.length === 0 ? new Map() : await heldAt(db, venueId, courses, asked),
  }
  const lacking = peopleLackingIn(known, when.on)
  const facts: StaffFacts = {
    ...known,
    past: lacking.length === 0 ? [] : await pastOf(db, lacking, courses, asked),
    passed: lacking.length === 0 ? [] : await passedBy(db, lacking, courses, when),
  }
  return staffOf(facts, when.on)
}

/** Every spell at the venue begun by the day, by person. */
async function spellsAt(db: Reading, venueId: string, when: When): Promise<StaffFacts['spells']> {
  const rows = await db
    .selectFrom('employment_facts')
    .select(['person_id', 'job', 'first_on', 'last_on'])
    .where('employment_facts.venue_id', '=', venueId)
    .where('employment_facts.first_on', '<=', when.on)
    .where(believedAt(when))
    .execute()
  const byPerson = Map.groupBy(rows, (row) => row.person_id)
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(toSpell)]))
}

/** Modules passed in a whole enrolment that had not earned its certificate by the day: what has been reached on the way to the next one. */
async function passedBy(
  db: Reading,
  people: readonly string[],
  courses: readonly string[],
  when: When,
): Promise<PassedModule[]> {
  const until = endOf(when.on) < when.knownAt ? endOf(when.on) : when.knownAt
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('attempts', 'attempts.enrolment_id', 'enrolments.id')
    .select(['enrolments.person_id', 'enrolments.course_id', 'attempts.module_id'])
    .where('enrolments.person_id', 'in', people)
    .where('enrolments.course_id', 'in', courses)
    .where('enrolments.renews', 'is', null)
    .where((where) =>
      where.or([where('enrolments.completed_at', 'is', null), where('enrolments.completed_at', '>', until)]),
    )
    .where('attempts.passed_at', '<=', until)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, courseId: row.course_id, moduleId: row.module_id }))
}

/** The names of everybody employed there on the day; null once erased. */
export async function namesAt(db: Reading, venueId: string, when: When): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where('people.id', 'in', staffIds(db, venueId, when))
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface Unconfirmed {
  employmentId: string
  personId: string
  name: string | null
  job: Job
  firstOn: string
}

/** Who has joined and is not confirmed yet, as believed now; who has waited longest first. */
export async function unconfirmedAt(db: Reading, venueId: string, today: string): Promise<Unconfirmed[]> {
  const rows = await db
    .selectFrom('employment_facts')
    .innerJoin('people', 'people.id', 'employment_facts.person_id')
    .select(['employment_facts.employment_id', 'employment_facts.person_id', 'employment_facts.job'])
    .select(['employment_facts.first_on', 'people.name'])
    .where('employment_facts.venue_id', '=', venueId)
    .where('employment_facts.superseded_at', 'is', null)
    .where('employment_facts.confirmed_at', 'is', null)
    .where((where) =>
      where.or([where('employment_facts.last_on', 'is', null), where('employment_facts.last_on', '>=', today)]),
    )
    .orderBy('employment_facts.first_on')
    .orderBy('people.name')
    .execute()
  return rows.map((row) => ({
    employmentId: row.employment_id,
    personId: row.person_id,
    name: row.name,
    job: row.job as Job,
    firstOn: row.first_on,
  }))
}

/** The text of each course as published by the instant, in the order of the ids; a course never published is left out. */
export async function revisionsAt(db: Reading, courses: readonly string[], knownAt: Instant): Promise<Revision[]> {
  const newest = courses.map((courseId) => findPublishedBy(db, courseId, knownAt))
  return (await Promise.all(newest)).filter((revision) => revision !== null)
}
