import { endOf } from '#base/dates.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

/** The cast's town on 1 March 2026: Ines is confirmed in the bar of Havnen, everybody needs the course in 30 days. */
export async function openKeptTown(): Promise<{ house: TestHouse; cast: Cast; ofInes: string }> {
  const house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  const cast = await settleCast(house)
  const rule = { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-03-01' } as const
  await house.as(clockwork, (work) => setRequirement(work, rule))
  const [joined] = await allEmploymentsOf(house.db, cast.ines, cast.havnen)
  await house.as(cast.marco, (work) => confirmEmployment(work, joined?.id ?? ''))
  return { house, cast, ofInes: joined?.id ?? '' }
}

/** Every employment of a person as one would tell it: `bar 2026-03-01–`. */
export async function toldOf(house: TestHouse, personId: string): Promise<string[]> {
  return (await allEmploymentsOf(house.db, personId)).map(
    ({ spells, confirmed }) =>
      spells.map(({ job, firstOn, lastOn }) => `${job} ${firstOn}–${lastOn ?? ''}`).join(', ') +
      (confirmed ? '' : ' (unconfirmed)'),
  )
}

/** How one person stands at a venue on a day, as known at the end of a day or now: job, standing and what is due when. */
export async function standingOf(
  house: TestHouse,
  of: { personId: string; venueId: string },
  on: string,
  known: string | null = null,
): Promise<string> {
  const knownAt = known === null ? house.clock().toISOString() : endOf(known)
  const staff = await readStaff(house.db, of.venueId, { on, knownAt })
  const one = staff.find((member) => member.personId === of.personId)
  return one ? [one.jobs.join('+'), one.standing, one.dueOn].filter(Boolean).join(' ') : 'nobody'
}

/** What a person lacks on a day and when each was due, as believed now. */
export async function dueOf(
  house: TestHouse,
  of: { personId: string; venueId: string },
  on: string,
): Promise<string[]> {
  const staff = await readStaff(house.db, of.venueId, { on, knownAt: house.clock().toISOString() })
  const lines = staff.find((member) => member.personId === of.personId)?.courses ?? []
  return lines.map(({ courseId, dueOn, standing }) => `${courseId} ${dueOn} ${standing}`)
}

/** How many count at a venue on a day, everybody in or out of grace, as known at the end of a day or now. */
export async function peopleAt(
  house: TestHouse,
  slug: string,
  on: string,
  known: string | null = null,
): Promise<number> {
  const knownAt = known === null ? house.clock().toISOString() : endOf(known)
  const town = await readTown(house.db, { on, knownAt })
  const { covered, within, late } = town.venues.find((venue) => venue.slug === slug)?.figures ?? {
    covered: 0,
    within: 0,
    late: 0,
  }
  return covered + within + late
}

/** What a person was told, oldest first. */
export async function noticesTo(house: TestHouse, personId: string): Promise<string[]> {
  const rows = await house.db
    .selectFrom('notices')
    .select(['kind', 'particulars'])
    .where('person_id', '=', personId)
    .orderBy('told_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => `${row.kind} ${row.particulars}`)
}

export const eventsOf = async (house: TestHouse, action: string) =>
  (await house.db.selectFrom('audit_events').selectAll().where('action', '=', action).orderBy('id').execute()).map(
    ({ actor_id, subject, particulars }) => ({ actor: actor_id, subject, ...(JSON.parse(particulars) as object) }),
  )
