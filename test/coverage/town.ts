import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { buildApp } from '#app.ts'
import { addPerson } from '#people/add-person.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

export interface CoverageTown {
  house: TestHouse
  cast: Cast
  app: FastifyInstance
  /** Asks as one of the cast, in English; nobody is a stranger. */
  ask(who: keyof Cast | null, url: string): Promise<LightMyRequestResponse>
  /** People who join a venue and are confirmed. */
  employ(venueId: string, job: Job, names: readonly string[]): Promise<string[]>
  close(): Promise<void>
}

/** The cast's town on 1 March 2026, in which every job needs the basic course within 30 days. */
export async function openCoverageTown(): Promise<CoverageTown> {
  const house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  const cast = await settleCast(house)
  const rule = { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-03-01' } as const
  await house.as(clockwork, (work) => setRequirement(work, rule))
  const app = await buildApp(house)
  let count = 0

  const join = async (venueId: string, job: Job, name: string) => {
    const login = `person${++count}@example.dk`
    const personId = await house.as(clockwork, (work) =>
      addPerson(work, { name, login, passwordHash: 'none', language: 'en' }),
    )
    const employment = await house.as(personId, (work) => joinVenue(work, { personId, venueId, job }))
    await house.as(cast.olga, (work) => confirmEmployment(work, employment))
    return personId
  }
  return {
    house,
    cast,
    app,
    ask: async (who, url) => app.inject({ url, headers: who ? { cookie: await cookieOf(house, cast[who]) } : {} }),
    async employ(venueId, job, names) {
      const people: string[] = []
      for (const name of names) people.push(await join(venueId, job, name))
      return people
    },
    async close() {
      await app.close()
      await house.close()
    },
  }
}
