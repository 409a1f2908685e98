import { dayOf, instantOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { certificatesOf } from '#certificates/store.ts'
import { listPublished } from '#courses/store.ts'
import type { House } from '#house.ts'
import { closedOn } from '#people/closing-store.ts'
import { allEmploymentsOf, getEmployment, type WholeEmployment } from '#people/employment-store.ts'
import { mayKeepEmployment } from '#people/keep-employment.ts'
import { findRecord } from '#people/record-store.ts'
import { actorOn, subjectOf } from '#people/role-store.ts'
import { getVenue } from '#people/venue-store.ts'
import { type Actor, may } from '#policy.ts'
import { type RequiredCourse, requiredAt, requirementsOn } from '#requirements/store.ts'
import type { EmploymentView } from './employment-pages.ts'
import { phaseOf } from './standing.ts'

/** What stands in the address. */
export interface EmploymentAt {
  venue: string
  employment: string
}

/** The employment at an address as an actor may see it. Refuses: not-found, also for whoever may not see the venue's staff. */
export async function findEmploymentAt(house: House, actor: Actor, at: EmploymentAt): Promise<EmploymentView> {
  const { db } = house
  const now = house.clock()
  const today = dayOf(now)
  const venue = await getVenue(db, at.venue)
  mustSee(may.keepStaff(actor, { venueId: venue.id }), 'staff')
  const employment = await getEmployment(db, at.employment)
  mustSee(employment.venueId === venue.id, 'employment at this venue')

  const { personId } = employment
  const record = await findRecord(db, personId)
  mustSee(record?.name != null, 'person')
  const here = await allEmploymentsOf(db, personId, venue.id)
  const subject = await subjectOf(db, personId, today)
  return {
    employment,
    name: record.name,
    venue,
    today,
    isManager: (await actorOn(db, personId, today)).manages.includes(venue.id),
    isBack: here.some((one) => one.id !== employment.id && phaseOf(one, today) !== 'over'),
    keeps: await mayKeepEmployment(db, actor, employment, today),
    isOwn: actor.personId === personId,
    mayReset: record.claimed && may.resetPassword(actor, subject),
    claimed: record.claimed,
    mayInvite: !record.claimed && subject.roles.length === 0 && phaseOf(employment, today) !== 'over',
    personUrl: may.seePeople(actor) ? `/people/${personId}` : null,
    required: {
      required: await requiredHere(house, venue.id, here),
      certificates: await certificatesOf(db, personId),
      courses: await listPublished(db),
      venues: new Map(),
      today,
    },
  }
}

/**
 * What the jobs at one venue require today, on the first day of an employment to come and on the day of each planned change: every course
 * once, as it is required first.
 */
async function requiredHere(
  { db, clock }: House,
  venueId: string,
  here: readonly WholeEmployment[],
): Promise<RequiredCourse[]> {
  const today = dayOf(clock())
  const spells = here.flatMap((one) => one.spells)
  const days = [today, ...spells.flatMap(({ firstOn }) => (firstOn > today ? [firstOn] : [])).sort()]
  const required: RequiredCourse[] = []
  for (const day of days) {
    if (await closedOn(db, venueId, day)) continue
    const requirements = await requirementsOn(db, day, instantOf(clock()))
    const asked = requiredAt(venueId, spells, requirements, day)
    required.push(...asked.filter((one) => required.every((known) => known.courseId !== one.courseId)))
  }
  return required
}
