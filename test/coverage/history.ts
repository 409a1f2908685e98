import { daysBetween } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import type { Job } from '#people/job.ts'
import type { RequiredJob } from '#requirements/requirement.ts'
import { tinyCourse } from '../support/tiny-course.ts'

/** Dated facts as one would tell them; instants are noon on a day. */
export interface History {
  employments: readonly {
    person: string
    venue: string
    job: Job
    firstOn: string
    lastOn: string | null
    confirmed: boolean
    written: string
    superseded: string | null
  }[]
  certificates: readonly {
    person: string
    course: string
    issued: string
    lastOn: string | null
    endings: readonly { from: string; written: string }[]
    /** The number of the revision it was earned on; 1 when not told. */
    revision?: number
    /** When its changed pages were read again, and to which revision that brought it. */
    brought?: readonly { number: number; done: string }[]
  }[]
  /** Left out: each course has one text for ever. */
  revisions?: readonly Edition[]
  requirements: readonly {
    job: RequiredJob
    course: string
    days: number
    from: string
    lastOn: string | null
    written: string
    superseded: string | null
  }[]
}

/** A published text of a course with the pages it has, and which of them were to be read again by when. */
export interface Edition {
  course: string
  number: number
  published: string
  pages: readonly string[]
  marked: readonly { page: string; dueOn: string }[]
}

export const noon = (day: string) => `${day}T11:00:00.000Z`

/** Writes a history into an empty, migrated database, past the rules: only the reading of it is under test. */
export async function write(db: Reading, history: History): Promise<void> {
  const people = new Set([...history.employments, ...history.certificates].map((one) => one.person))
  const venues = new Set(history.employments.map((one) => one.venue))
  await db
    .insertInto('revisions')
    .values({ id: 'r', course_id: 'r', number: 1, sha256: '', document: '{}', published_at: '', published_by: '' })
    .execute()
  for (const edition of history.revisions ?? []) await publish(db, edition)
  for (const id of venues)
    await db
      .insertInto('venues')
      .values({ id, slug: id, name: id, kind: 'bar', address: '', created_at: '2000-01-01T00:00:00.000Z' })
      .execute()
  for (const id of people) await db.insertInto('people').values({ id, language: 'da', joined_at: '' }).execute()
  let n = 0
  for (const one of history.employments) {
    const of = { person_id: one.person, venue_id: one.venue }
    const id = `e${++n}`
    await db
      .insertInto('employments')
      .values({ id, ...of })
      .execute()
    await db
      .insertInto('employment_facts')
      .values({
        id,
        employment_id: id,
        ...of,
        job: one.job,
        first_on: one.firstOn,
        last_on: one.lastOn,
        confirmed_at: one.confirmed ? noon(one.written) : null,
        confirmed_by: one.confirmed ? 'marco' : null,
        ...telling(one),
      })
      .execute()
  }
  for (const one of history.certificates) await certify(db, one, `c${++n}`, history.revisions ?? [])
  for (const one of history.requirements)
    await db
      .insertInto('requirement_facts')
      .values({
        id: `q${++n}`,
        job: one.job,
        course_id: one.course,
        days: one.days,
        counts_from_on: one.from,
        last_on: one.lastOn,
        ...telling(one),
      })
      .execute()
}

/** Kept in memory by its id, so the id tells the pages. */
const idOf = ({ course, number, pages }: Edition) => `${course}-${number}-${pages.join('-')}`

async function publish(db: Reading, edition: Edition): Promise<void> {
  const { course, number, pages, published } = edition
  const [first] = tinyCourse.modules
  const texts = pages.map((id) => ({ ...first?.pages[0], id }))
  const document = JSON.stringify({ ...tinyCourse, id: course, modules: [{ ...first, id: 'm', pages: texts }] })
  const revision = { id: idOf(edition), course_id: course, number }
  const by = { published_at: noon(published), published_by: 'ada' }
  await db
    .insertInto('revisions')
    .values({ ...revision, sha256: '', document, ...by })
    .execute()
  for (const { page, dueOn } of edition.marked)
    await db
      .insertInto('reread_pages')
      .values({
        ...{ revision_id: revision.id, course_id: course, number, module_id: 'm', page_id: page },
        ...{ days: daysBetween(published, dueOn), due_on: dueOn, asked_at: noon(published), asked_on: published },
      })
      .execute()
}

async function certify(
  db: Reading,
  one: History['certificates'][number],
  number: string,
  editions: readonly Edition[],
): Promise<void> {
  const edition = editions.find((each) => each.course === one.course && each.number === (one.revision ?? 1))
  const revision = edition ? idOf(edition) : 'r'
  await db
    .insertInto('certificates')
    .values({
      number,
      person_id: one.person,
      course_id: one.course,
      revision_id: revision,
      enrolment_id: number,
      name_salt: '',
      name_sha256: '',
      snapshot: '{}',
      issued_at: noon(one.issued),
      issued_on: one.issued,
      last_on: one.lastOn,
    })
    .execute()
  if (one.brought?.length) {
    const run = { id: number, person_id: one.person, course_id: one.course, revision_id: revision }
    await db
      .insertInto('enrolments')
      .values({ ...run, started_at: '', completed_at: noon(one.issued) })
      .execute()
  }
  for (const { number: upTo, done } of one.brought ?? [])
    await db
      .insertInto('rereadings')
      .values({
        ...{ earned_in: number, course_id: one.course, number: upTo, revision_id: revision },
        ...{ done_in: number, done_at: noon(done), done_on: done },
      })
      .execute()
  for (const [place, ending] of one.endings.entries())
    await db
      .insertInto('certificate_endings')
      .values({
        id: `${number}-${place}`,
        certificate_number: number,
        kind: 'revoked',
        reason: 'other',
        from_on: ending.from,
        written_at: noon(ending.written),
        written_by: 'olga',
      })
      .execute()
}

const telling = (one: { written: string; superseded: string | null }) => ({
  written_at: noon(one.written),
  written_by: 'olga',
  superseded_at: one.superseded === null ? null : noon(one.superseded),
})
