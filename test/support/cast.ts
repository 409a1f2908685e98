import type { CourseDocument } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import type { Work } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork, type Role } from '#policy.ts'
import type { TestHouse } from './house.ts'
import { tinyCourse } from './tiny-course.ts'

/** Who is who in tests: ids of the cast and of the two venues. */
export interface Cast {
  ines: string
  marco: string
  ada: string
  olga: string
  pernille: string
  noor: string
  havnen: string
  kilden: string
  revision: string
}

/**
 * Holstebro with two venues and the cast: Ines joined Havnen (not yet confirmed) and Noor works at Kilden (confirmed),
 * Marco manages Havnen, Ada trains, Olga is the association, Pernille the police. The tiny course, or another, is published. No passwords that open.
 */
export async function settleCast(house: TestHouse, course: CourseDocument = tinyCourse): Promise<Cast> {
  return house.as(clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: house.config.demo })
    const revision = await publishRevision(work, course)
    const havnen = await openVenue(work, { slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' })
    const kilden = await openVenue(work, { slug: 'kilden', name: 'Kilden', kind: 'disco', address: 'Torvet 2' })
    const venue = { havnen: havnen.id, kilden: kilden.id }
    const employ = { confirmed: true }
    return {
      ...venue,
      revision: revision.id,
      olga: await settle(work, 'Olga Holm', { role: 'association' }),
      marco: await settle(work, 'Marco Rossi', { role: 'manager', at: venue.havnen, job: 'manager', ...employ }),
      ada: await settle(work, 'Ada Lund', { role: 'trainer' }),
      pernille: await settle(work, 'Pernille Skov', { role: 'partner' }),
      ines: await settle(work, 'Ines Sørensen', { at: venue.havnen, job: 'bar' }),
      noor: await settle(work, 'Noor Haddad', { at: venue.kilden, job: 'floor', ...employ }),
    }
  })
}

interface Place {
  role?: Role
  at?: string
  job?: Job
  confirmed?: boolean
}

async function settle(work: Work, name: string, { role, at, job, confirmed }: Place): Promise<string> {
  const login = `${name.split(' ')[0]?.toLowerCase()}@example.dk`
  const personId = await addPerson(work, { name, login, passwordHash: 'none', language: 'en' })
  if (role) await appointRole(work, { personId, role, venueId: role === 'manager' ? (at ?? null) : null })
  if (at && job) {
    const themselves = { ...work, actor: { personId, roles: [], manages: [] } }
    const employment = await joinVenue(themselves, { personId, venueId: at, job })
    if (confirmed)
      await confirmEmployment({ ...work, actor: { personId, roles: ['association'], manages: [] } }, employment)
  }
  return personId
}
