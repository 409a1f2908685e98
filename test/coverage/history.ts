import type { Reading } from '#db/work.ts'
import type { Job } from '#people/job.ts'
import type { RequiredJob } from '#requirements/requirement.ts'

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
  }[]
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

export const noon = (day: string) => `${day}T11:00:00.000Z`

/** Writes a history into an empty, migrated database, past the rules: only the reading of it is under test. */
export async function write(db: Reading, history: History): Promise<void> {
  const people = new Set([...history.employments, ...history.certificates].map((one) => one.person))
  const venues = new Set(history.employments.map((one) => one.venue))
  await db
    .insertInto('revisions')
    .values({ id: 'r', course_id: 'r', number: 1, sha256: '', document: '{}', published_at: '', published_by: '' })
    .execute()
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
  for (const one of history.certificates) await certify(db, one, `c${++n}`)
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

async function certify(db: Reading, one: History['certificates'][number], number: string): Promise<void> {
  await db
    .insertInto('certificates')
    .values({
      number,
      person_id: one.person,
      course_id: one.course,
      revision_id: 'r',
      enrolment_id: number,
      name_salt: '',
      name_sha256: '',
      snapshot: '{}',
      issued_at: noon(one.issued),
      issued_on: one.issued,
      last_on: one.lastOn,
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
