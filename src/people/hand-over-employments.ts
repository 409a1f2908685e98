import type { Day } from '#base/dates.ts'
import type { EmploymentFactsTable } from '#db/schema/people.ts'
import type { Work } from '#db/work.ts'
import { believedRowsOf, saveEmployment, saveFact, supersedeFacts } from './employment-store.ts'
import { giveOffers } from './offer-store.ts'

type Fact = EmploymentFactsTable

/**
 * Everything believed of one person's employments is believed of another from now on: each row of `from` is superseded and written anew for
 * `to`. Where both had the same job at the same venue on the same days, one row with all the days is left, confirmed when either was. What was
 * believed before stays as it was. Offers that nobody has answered go along. The caller has asked the policy and records it.
 */
export async function handOverEmployments(work: Work, { from, to }: { from: string; to: string }): Promise<void> {
  const theirs = await believedRowsOf(work.db, from)
  const employments = new Map<string, string>()
  for (const fact of theirs) {
    await supersedeFacts(work.db, [fact.id], work.at)
    const same = (await believedRowsOf(work.db, to)).find((one) => isSameJob(one, fact) && overlap(one, fact))
    if (same) await restateWithBoth(work, same, fact)
    else await writeFor(work, to, fact, employments)
  }
  await giveOffers(work.db, { from, to })
}

const isSameJob = (a: Fact, b: Fact) => a.venue_id === b.venue_id && a.job === b.job

const overlap = (a: Fact, b: Fact) => !endsBefore(a.last_on, b.first_on) && !endsBefore(b.last_on, a.first_on)
const endsBefore = (lastOn: Day | null, day: Day) => lastOn !== null && lastOn < day

async function restateWithBoth(work: Work, kept: Fact, other: Fact): Promise<void> {
  await supersedeFacts(work.db, [kept.id], work.at)
  const confirmed = kept.confirmed_at ? kept : other
  await insertFact(work, {
    ...kept,
    first_on: kept.first_on < other.first_on ? kept.first_on : other.first_on,
    last_on: kept.last_on === null || other.last_on === null ? null : ([kept.last_on, other.last_on].sort()[1] as Day),
    confirmed_at: confirmed.confirmed_at,
    confirmed_by: confirmed.confirmed_by,
  })
}

/** An employment of `from` with several rows becomes one employment of `to`. */
async function writeFor(work: Work, to: string, fact: Fact, employments: Map<string, string>): Promise<void> {
  let employmentId = employments.get(fact.employment_id)
  if (employmentId === undefined) {
    employmentId = await saveEmployment(work, { personId: to, venueId: fact.venue_id })
    employments.set(fact.employment_id, employmentId)
  }
  await insertFact(work, { ...fact, employment_id: employmentId, person_id: to })
}

const insertFact = (work: Work, fact: Fact) =>
  saveFact(work.db, {
    ...fact,
    id: work.newId(),
    written_at: work.at,
    written_by: work.actor.personId,
    superseded_at: null,
  })
