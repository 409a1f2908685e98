import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import type { NewPerson } from '#people/new-person.ts'
import { openVenue } from '#people/open-venue.ts'
import type { VenueKind } from '#people/venue.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { spendSetupLink } from '#signin/setup-link-store.ts'
import { sha256 } from '#signin/token.ts'
import { basicCourse } from './basic-course.ts'

export interface SetUp {
  token: string
  partnership: string
  venue: { name: string; kind: VenueKind }
  person: NewPerson
}

/**
 * Founds the partnership with its first venue, its first person (association) and its first requirement. Returns the person's id and the
 * venue's short name. Refuses: gone when the link is used or expired; conflict when there is a partnership.
 */
export async function setUp(work: Work, of: SetUp): Promise<{ personId: string; slug: string }> {
  if (!(await spendSetupLink(work.db, sha256(of.token), work.at))) throw new Refusal('gone', 'set-up link')
  await foundPartnership(work, { name: of.partnership, demo: false })
  const { name, kind } = of.venue
  const venue = await openVenue(work, { name, kind, address: '' })
  const personId = await addPerson(work, of.person)
  await appointRole(work, { personId, role: 'association', venueId: null })
  await setRequirement(work, { job: 'any', ...basicCourse, countsFromOn: work.today })
  return { personId, slug: venue.slug }
}
