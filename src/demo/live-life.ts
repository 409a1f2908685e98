import { addDays } from '#base/dates.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { endEmployment } from '#people/end-employment.ts'
import { joinVenue } from '#people/join-venue.ts'
import { clockwork, type Role } from '#policy.ts'
import { type Diary, theAssociation, themselves } from './diary.ts'
import type { Life } from './lives.ts'
import { playCourse } from './play-course.ts'

/** Everybody's in the demo: one signs in by a click, but some pages ask for the password again. */
export const demoPassword = 'demo'

/** The login a person of the demo town has. */
export const demoLogin = (key: string) => `${key}@demo.example`

/** Writes a life into the diary: joining, a role, being confirmed, learning, leaving. */
export function liveLife(diary: Diary, key: string, life: Life, role: Role | null = null): void {
  const self = themselves(diary, key)
  const association = theAssociation(diary)

  diary.on(
    life.firstOn,
    13,
    () => clockwork,
    async (work) => {
      const { name, language } = life
      const personId = await addPerson(work, {
        name,
        login: demoLogin(key),
        passwordHash: diary.passwordHash,
        language,
      })
      diary.people.set(key, personId)
      const venueId = role === 'manager' ? (diary.venues.get(life.venues[0] as string) as string) : null
      if (role) await appointRole(work, { personId, role, venueId })
    },
  )

  for (const venue of life.venues) {
    let employmentId = ''
    diary.on(life.firstOn, 15, self, async (work) => {
      const venueId = diary.venues.get(venue) as string
      employmentId = await joinVenue(work, { personId: work.actor.personId, venueId, job: life.job })
    })
    if (life.confirmedAfterDays !== null)
      diary.on(addDays(life.firstOn, life.confirmedAfterDays), 16, association, (work) =>
        confirmEmployment(work, employmentId),
      )
    const { lastOn } = life
    if (lastOn !== null) diary.on(lastOn, 20, association, (work) => endEmployment(work, employmentId, lastOn))
  }

  for (const { courseId, on, modules, stumbles } of life.runs)
    diary.on(on, 17, self, (work) => playCourse(work, { courseId, modules, stumbles, chance: diary.chance }))
}
