import type { Day } from '#base/dates.ts'
import { addMonths } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Reading, Work } from '#db/work.ts'
import { type Actor, may } from '#policy.ts'
import { allEmploymentsOf } from './employment-store.ts'
import { type JobSpell, overlap } from './job-spells.ts'
import { actorOn } from './role-store.ts'

const monthsAhead = 24

/** The last day that may be written down of an employment: two years from today. */
export const lastWritten = (today: Day): Day => addMonths(today, monthsAhead)
/** The first day that may be written down. */
export const firstWritten: Day = '1960-01-01'

/** May the actor correct, end or reject what this person does at this venue? A manager not what another manager there or the association does. */
export async function mayKeepEmployment(
  db: Reading,
  actor: Actor,
  of: { personId: string; venueId: string },
  today: Day,
): Promise<boolean> {
  if (!may.keepStaff(actor, of)) return false
  if (may.keepRoleHolders(actor)) return true
  const { roles, manages } = await actorOn(db, of.personId, today)
  return !roles.includes('association') && !manages.includes(of.venueId)
}

/** Refuses: forbidden. */
export async function mustKeepEmployment(
  work: Work,
  of: { personId: string; venueId: string },
  what: string,
): Promise<void> {
  must(await mayKeepEmployment(work.db, work.actor, of, work.today), what)
}

/** Refuses conflict for days out of order, before 1960, or more than two years ahead. */
export function mustBeSensible(days: { firstOn: Day; lastOn: Day | null }, today: Day): void {
  if (days.lastOn !== null && days.lastOn < days.firstOn)
    throw new Refusal('conflict', 'the last day is before the first')
  if (days.firstOn < firstWritten || days.firstOn > lastWritten(today))
    throw new Refusal('conflict', 'the first day is too far away')
  if (days.lastOn !== null && days.lastOn > lastWritten(today))
    throw new Refusal('conflict', 'the last day is too far away')
}

/** Refuses conflict when the person has the same job at the same venue by another employment on one of the days. */
export async function mustStandAlone(
  work: Work,
  of: { id: string; personId: string; venueId: string },
  spells: readonly JobSpell[],
): Promise<void> {
  const others = (await allEmploymentsOf(work.db, of.personId, of.venueId)).filter((one) => one.id !== of.id)
  const twice = others
    .flatMap((one) => one.spells)
    .some((other) => spells.some((spell) => spell.job === other.job && overlap(spell, other)))
  if (twice) throw new Refusal('conflict', 'another employment in the same job has one of these days')
}
