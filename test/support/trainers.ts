import type { Revision } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { clockwork } from '#policy.ts'
import type { TestHouse } from './house.ts'
import { tinyCourse } from './tiny-course.ts'

/** Bo, a second trainer. */
export const addTrainer = (house: TestHouse, name = 'Bo Krogh'): Promise<string> =>
  house.as(clockwork, async (work) => {
    const login = `${name.split(' ')[0]?.toLowerCase()}@example.dk`
    const personId = await addPerson(work, { name, login, passwordHash: 'none', language: 'da' })
    await appointRole(work, { personId, role: 'trainer', venueId: null })
    return personId
  })

/** Publishes the tiny course as if it had been read from these files, as text by path. */
export const publishFiles = (house: TestHouse, files: Readonly<Record<string, string>>): Promise<Revision> =>
  house.as(clockwork, (work) => {
    const said = { da: JSON.stringify(files), en: JSON.stringify(files) }
    const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const)
    return publishRevision(work, { ...tinyCourse, summary: said }, { files: new Map(bytes), origin: 'town' })
  })
