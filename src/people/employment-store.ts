import type { Day } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { EmploymentFactsTable } from '#db/schema/people.ts'
import type { Reading, Work } from '#db/work.ts'
import type { Job } from './job.ts'
import { type JobSpell, lastDayOf } from './job-spells.ts'

/** One job of an employment, as believed. */
export interface Employment {
  /** The employment's; one employment has a row for each job, one after the other. */
  id: string
  factId: string
  personId: string
  venueId: string
  job: Job
  firstOn: Day
  lastOn: Day | null
  confirmed: boolean
}

/** A whole employment: its jobs in order of days, the first day of the first and the last day of the last. */
export interface WholeEmployment {
  id: string
  personId: string
  venueId: string
  firstOn: Day
  lastOn: Day | null
  confirmed: boolean
  spells: readonly JobSpell[]
}

/** A person's jobs on a day, confirmed or not, as believed now. */
export async function employmentsOf(db: Reading, personId: string, day: Day): Promise<Employment[]> {
  const rows = await believedNow(db)
    .where('person_id', '=', personId)
    .where('first_on', '<=', day)
    .where((where) => where.or([where('last_on', 'is', null), where('last_on', '>=', day)]))
    .orderBy('first_on')
    .execute()
  return rows.map(toEmployment)
}

/** What is believed now of one employment, job by job in order of days; nothing when it was rejected or taken back. Refuses: not-found. */
export async function factsOfEmployment(db: Reading, employmentId: string): Promise<Employment[]> {
  await placeOfEmployment(db, employmentId)
  const rows = await believedNow(db).where('employment_id', '=', employmentId).orderBy('first_on').execute()
  return rows.map(toEmployment)
}

/** Whose and where an employment is or was, also one that was rejected or taken back. Refuses: not-found. */
export async function placeOfEmployment(
  db: Reading,
  employmentId: string,
): Promise<{ personId: string; venueId: string }> {
  const row = await db.selectFrom('employments').selectAll().where('id', '=', employmentId).executeTakeFirst()
  const { person_id, venue_id } = found(row, 'employment')
  return { personId: person_id, venueId: venue_id }
}

/** One employment as believed now, over or not. Null when it was rejected or taken back. Refuses: not-found. */
export async function findEmployment(db: Reading, employmentId: string): Promise<WholeEmployment | null> {
  const [whole] = wholeOf(await factsOfEmployment(db, employmentId))
  return whole ?? null
}

/** One employment as believed now, over or not. Refuses: not-found, also when it was rejected or taken back. */
export const getEmployment = async (db: Reading, employmentId: string): Promise<WholeEmployment> =>
  found(await findEmployment(db, employmentId), 'employment')

/** Everything believed now of where a person works, worked and will work, in order of first days; at one venue only when it is given. */
export async function allEmploymentsOf(db: Reading, personId: string, venueId?: string): Promise<WholeEmployment[]> {
  let query = believedNow(db).where('person_id', '=', personId).orderBy('first_on').orderBy('id')
  if (venueId !== undefined) query = query.where('venue_id', '=', venueId)
  return wholeOf((await query.execute()).map(toEmployment))
}

const believedNow = (db: Reading) =>
  db.selectFrom('employment_facts').selectAll('employment_facts').where('employment_facts.superseded_at', 'is', null)

/** A new employment without any row yet. */
export async function saveEmployment(work: Work, of: { personId: string; venueId: string }): Promise<string> {
  const id = work.newId()
  await work.db.insertInto('employments').values({ id, person_id: of.personId, venue_id: of.venueId }).execute()
  return id
}

export async function saveFact(db: Reading, fact: EmploymentFactsTable): Promise<void> {
  await db.insertInto('employment_facts').values(fact).execute()
}

/** The rows believed now of one employment, as they stand. */
export const believedRows = (db: Reading, employmentId: string): Promise<EmploymentFactsTable[]> =>
  believedNow(db).where('employment_id', '=', employmentId).orderBy('first_on').execute()

/** Everything believed now of where a person works, row by row as it stands. */
export const believedRowsOf = (db: Reading, personId: string): Promise<EmploymentFactsTable[]> =>
  believedNow(db).where('person_id', '=', personId).orderBy('first_on').orderBy('id').execute()

export async function supersedeFacts(db: Reading, factIds: readonly string[], at: string): Promise<void> {
  if (factIds.length === 0) return
  await db.updateTable('employment_facts').set({ superseded_at: at }).where('id', 'in', factIds).execute()
}

function wholeOf(facts: readonly Employment[]): WholeEmployment[] {
  return [...Map.groupBy(facts, (fact) => fact.id).values()].map((own) => {
    const [first] = own as [Employment]
    return {
      id: first.id,
      personId: first.personId,
      venueId: first.venueId,
      firstOn: first.firstOn,
      lastOn: lastDayOf(own),
      confirmed: first.confirmed,
      spells: own.map(({ job, firstOn, lastOn }) => ({ job, firstOn, lastOn })),
    }
  })
}

const toEmployment = (row: EmploymentFactsTable): Employment => ({
  id: row.employment_id,
  factId: row.id,
  personId: row.person_id,
  venueId: row.venue_id,
  job: row.job as Job,
  firstOn: row.first_on,
  lastOn: row.last_on,
  confirmed: row.confirmed_at !== null,
})
