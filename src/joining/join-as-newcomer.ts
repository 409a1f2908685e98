import type { Work } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import type { NewPerson } from '#people/new-person.ts'

/** A new person and the first employment, together or not at all. Returns the person's id. Refuses: conflict when the login is taken. */
export async function joinAsNewcomer(work: Work, of: NewPerson & { venueId: string; job: Job }): Promise<string> {
  const personId = await addPerson(work, of)
  const themselves = { ...work, actor: { personId, roles: [], manages: [] } }
  await joinVenue(themselves, { personId, venueId: of.venueId, job: of.job })
  return personId
}
