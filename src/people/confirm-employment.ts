import { record } from '#audit/record.ts'
import type { Day } from '#base/dates.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { type Employment, getEmployment } from './store.ts'

/**
 * Confirms an employment, so that it counts from its first day, as known from now. Confirming twice changes nothing.
 * Refuses: not-found; forbidden for anyone but the venue's manager and the association.
 */
export async function confirmEmployment(work: Work, employmentId: string): Promise<void> {
  const employment = await getEmployment(work.db, employmentId, work.now)
  must(may.confirmEmployment(work.actor, employment), 'confirm an employment')
  if (employment.confirmed) return
  await restate(work, employment, { confirmed: true })
  await record(work, 'employment.confirmed', employment.id, employment)
}

/**
 * Ends an employment with its last day. The person keeps everything earned. Refuses: not-found; forbidden for anyone but the venue's
 * manager, the association and the person.
 */
export async function endEmployment(work: Work, employmentId: string, lastOn: Day): Promise<void> {
  const employment = await getEmployment(work.db, employmentId, work.now)
  must(may.confirmEmployment(work.actor, employment) || may.useOwn(work.actor, employment), 'end an employment')
  await restate(work, employment, { lastOn })
  await record(work, 'employment.ended', employment.id, employment, { lastOn })
}

/** What was believed stays readable as known then; what is believed from now on is a new row. */
async function restate(work: Work, was: Employment, now: { confirmed?: true; lastOn?: Day }): Promise<void> {
  const row = await work.db
    .updateTable('employment_facts')
    .set({ superseded_at: work.at })
    .where('id', '=', was.factId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await work.db
    .insertInto('employment_facts')
    .values({
      ...row,
      id: work.newId(),
      last_on: now.lastOn ?? row.last_on,
      confirmed_at: now.confirmed ? work.at : row.confirmed_at,
      confirmed_by: now.confirmed ? work.actor.personId : row.confirmed_by,
      written_at: work.at,
      written_by: work.actor.personId,
      superseded_at: null,
    })
    .execute()
}
