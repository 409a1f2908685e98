import { expressionBuilder } from 'kysely'
import type { Day } from '#base/dates.ts'
import { isUpToDate, meetsOn } from '#certificates/counting-store.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import { type Job, jobs } from '#people/job.ts'
import { countsInTown, type TownWhen } from './counting-store.ts'

/** Somebody without a valid certificate of a course, and how that looks by the spell of the day alone. As it comes from the database: there may be very many. */
export interface Lacking {
  venue_id: string
  person_id: string
  seen: number
}

export const unclearByNow = 0
export const lateByNow = 1
export const withinByNow = 2

/**
 * Everybody employed on the day who has no valid certificate of a course, once for each spell of the day. Both sides of the `except` come sorted
 * from an index, so SQLite merges them; the cross join keeps it from starting at the other end. Endings are few, so they are not asked of every
 * certificate: whoever has nothing but ended ones is added afterwards.
 */
export async function peopleLacking(
  db: Reading,
  when: TownWhen,
  courseId: string,
  cutOffs: ReadonlyMap<Job, Day | null>,
): Promise<Lacking[]> {
  const inJobs = cutOffs.size < jobs.length
  const lacking = db
    .selectFrom('employment_facts')
    .select('employment_facts.person_id')
    .where(countsInTown(when))
    .$if(inJobs, (query) => query.where('employment_facts.job', 'in', [...cutOffs.keys()]))
    .except(holdersBeforeEndings(db, when, courseId))
    .union(holdersOfEndedOnly(db, when, courseId))
    .orderBy('person_id')
  return db
    .selectFrom(lacking.as('lacking'))
    .crossJoin('employment_facts')
    .select(['employment_facts.venue_id', 'employment_facts.person_id', seenByNow(cutOffs).as('seen')])
    .whereRef('employment_facts.person_id', '=', 'lacking.person_id')
    .where(countsInTown(when))
    .$if(inJobs, (query) => query.where('employment_facts.job', 'in', [...cutOffs.keys()]))
    .execute()
}

function seenByNow(cutOffs: ReadonlyMap<Job, Day | null>) {
  const where = expressionBuilder<Tables, 'employment_facts'>()
  const jobsBy = Map.groupBy(cutOffs.keys(), (job) => cutOffs.get(job) ?? null)
  const late = [...jobsBy].flatMap(([cutOff, held]) => {
    if (cutOff === null) return []
    const begun = where('employment_facts.first_on', '<', cutOff)
    return held.length === jobs.length ? [begun] : [where.and([where('employment_facts.job', 'in', held), begun])]
  })
  if (late.length === 0) return where.lit(withinByNow)
  return where
    .case()
    .when(where.or(late))
    .then(where.lit(lateByNow))
    .when('employment_facts.job', 'in', jobsBy.get(null) ?? [''])
    .then(where.lit(withinByNow))
    .else(where.lit(unclearByNow))
    .end()
}

const holdersBeforeEndings = (db: Reading, when: TownWhen, courseId: string) => {
  const { on, knownAt } = when
  const overdue = overdueIn(when, courseId)
  return db
    .selectFrom('certificates')
    .select('certificates.person_id')
    .where('certificates.course_id', '=', courseId)
    .where((where) => where.or([where('certificates.last_on', 'is', null), where('certificates.last_on', '>=', on)]))
    .where('certificates.issued_on', '<=', on)
    .where('certificates.issued_at', '<=', knownAt)
    .$if(overdue.length > 0, (query) => query.where(isUpToDate(when, overdue)))
}

const overdueIn = ({ overdue }: TownWhen, courseId: string) => overdue.filter((one) => one.courseId === courseId)

const holdersOfEndedOnly = (db: Reading, when: TownWhen, courseId: string) =>
  db
    .selectFrom('certificate_endings as ending')
    .innerJoin('certificates as ended', 'ended.number', 'ending.certificate_number')
    .select('ended.person_id')
    .where('ending.from_on', '<=', when.on)
    .where('ending.written_at', '<=', when.knownAt)
    .where('ended.course_id', '=', courseId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('certificates')
            .select('certificates.number')
            .whereRef('certificates.person_id', '=', 'ended.person_id')
            .where('certificates.course_id', '=', courseId)
            .where(meetsOn(when, overdueIn(when, courseId))),
        ),
      ),
    )
