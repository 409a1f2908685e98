import { erasePerson } from '#account/erase-person.ts'
import { seededChance } from '#base/chance.ts'
import type { RevocationReason } from '#certificates/certificate.ts'
import { replaceCertificate } from '#certificates/replace-certificate.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { withdrawCertificate } from '#certificates/withdraw-certificate.ts'
import { playCourse } from '#demo/play-course.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { addPerson } from '#people/add-person.ts'
import { changeJob } from '#people/change-job.ts'
import { changeName } from '#people/change-name.ts'
import { closeVenue } from '#people/close-venue.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { correctDays } from '#people/correct-days.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { takeBack } from '#people/take-back.ts'
import { clockwork } from '#policy.ts'
import { endRequirement } from '#requirements/end-requirement.ts'
import type { RequiredJob } from '#requirements/requirement.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import type { Stage } from './stage.ts'

export const courseId = 'grundkursus'

type Happening = (stage: Stage, words: readonly string[]) => Promise<void>

const self = (stage: Stage, name: string) => ({ personId: personOf(stage, name), roles: [], manages: [] })
const olga = ({ people }: Stage) => people.get('Olga') as string
const toJob = (word: string) => (word === 'all' ? 'any' : word)

/** Every sentence a diary may hold, and what it does. */
export const sentences: readonly (readonly [RegExp, Happening])[] = [
  [
    /^(\w+) joins (\w+) as ([\w-]+)$/,
    async (stage, [name = '', venue = '', job = '']) => {
      if (!stage.people.has(name)) stage.people.set(name, await newcomer(stage, name))
      const of = { personId: personOf(stage, name), venueId: venueOf(stage, venue), job: job as Job }
      await stage.house.as(self(stage, name), (work) => joinVenue(work, of))
    },
  ],
  [
    /^Olga (confirms|rejects) (\w+) at (\w+)$/,
    async (stage, [verb = '', name = '', venue = '']) => {
      const id = await employmentOf(stage, name, venue)
      await stage.house.as(olga(stage), (work) =>
        verb === 'confirms' ? confirmEmployment(work, id) : rejectEmployment(work, id),
      )
    },
  ],
  [
    /^Olga corrects (\w+) at (\w+) to (\S+)(?: until (\S+))?$/,
    async (stage, [name = '', venue = '', firstOn = '', lastOn]) => {
      const id = await employmentOf(stage, name, venue)
      await stage.house.as(olga(stage), (work) => correctDays(work, id, { firstOn, lastOn: lastOn ?? null }))
    },
  ],
  [
    /^Olga moves (\w+) at (\w+) to ([\w-]+) from (\S+)$/,
    async (stage, [name = '', venue = '', job = '', fromOn = '']) => {
      const id = await employmentOf(stage, name, venue)
      await stage.house.as(olga(stage), (work) => changeJob(work, id, { job: job as Job, fromOn }))
    },
  ],
  [
    /^Olga ends (\w+) at (\w+) on (\S+)$/,
    async (stage, [name = '', venue = '', lastOn = '']) => {
      const id = await employmentOf(stage, name, venue)
      await stage.house.as(olga(stage), (work) => endEmployment(work, id, lastOn))
    },
  ],
  [
    /^(\w+) leaves (Havnen|Kilden|Nordlys) on (\S+)$/,
    async (stage, [name = '', venue = '', lastOn = '']) => {
      const id = await employmentOf(stage, name, venue)
      await stage.house.as(self(stage, name), (work) => leaveVenue(work, id, lastOn))
    },
  ],
  [
    /^Olga takes (\w+) back at (\w+) as ([\w-]+) from (\S+)$/,
    async (stage, [name = '', venue = '', job = '', firstOn = '']) => {
      const of = { personId: personOf(stage, name), venueId: venueOf(stage, venue), job: job as Job, firstOn }
      await stage.house.as(olga(stage), (work) => takeBack(work, of))
    },
  ],
  [
    /^(\w+) passes (the course|one module)$/,
    async (stage, [name = '', what]) => {
      const play = { courseId, modules: what === 'one module' ? 1 : 2, stumbles: false, chance: seededChance(4) }
      await stage.house.as(self(stage, name), (work) => playCourse(work, play))
    },
  ],
  [
    /^Olga revokes (\w+) for ([\w-]+)$/,
    async (stage, [name = '', reason = '']) => {
      const number = await certificateOf(stage, name)
      await stage.house.as(olga(stage), (work) =>
        revokeCertificate(work, { number, reason: reason as RevocationReason }),
      )
    },
  ],
  [
    /^(\w+) withdraws the certificate$/,
    async (stage, [name = '']) => {
      const number = await certificateOf(stage, name)
      await stage.house.as(self(stage, name), (work) => withdrawCertificate(work, number))
    },
  ],
  [
    /^(\w+) is called (.+) and replaces the certificate$/,
    async (stage, [name = '', called = '']) => {
      const number = await certificateOf(stage, name)
      await stage.house.as(self(stage, name), async (work) => {
        await changeName(work, { personId: personOf(stage, name), name: called })
        await replaceCertificate(work, number)
      })
    },
  ],
  [
    /^Olga requires the course of ([\w-]+) within (\d+) days from (\S+)$/,
    async (stage, [job = '', days = '', countsFromOn = '']) => {
      const of = { job: toJob(job) as RequiredJob, courseId, days: Number(days), countsFromOn }
      await stage.house.as(olga(stage), (work) => setRequirement(work, of))
    },
  ],
  [
    /^Olga ends the requirement of ([\w-]+) on (\S+)$/,
    async (stage, [job = '', lastOn = '']) => {
      const of = { job: toJob(job) as RequiredJob, courseId, lastOn }
      await stage.house.as(olga(stage), (work) => endRequirement(work, of))
    },
  ],
  [
    /^Olga (closes|reopens) (\w+) from (\S+)$/,
    async (stage, [verb, venue = '', firstOn = '']) => {
      const of = { venueId: venueOf(stage, venue), firstOn }
      await stage.house.as(olga(stage), (work) => (verb === 'closes' ? closeVenue(work, of) : reopenVenue(work, of)))
    },
  ],
  [
    /^Olga merges (\w+) into (\w+)$/,
    async (stage, [goes = '', kept = '']) => {
      const of = { keptId: personOf(stage, kept), goesId: personOf(stage, goes) }
      await stage.house.as(olga(stage), (work) => mergePeople(work, of))
    },
  ],
  [
    /^(\w+) leaves the town$/,
    async (stage, [name = '']) => {
      const personId = personOf(stage, name)
      await stage.house.as(self(stage, name), (work) => erasePerson(work, personId))
    },
  ],
]

const newcomer = ({ house }: Stage, name: string) =>
  house.as(clockwork, (work) => {
    const login = `${name.toLowerCase()}@example.dk`
    return addPerson(work, { name, login, passwordHash: 'none', language: 'da' })
  })

function personOf({ people }: Stage, name: string): string {
  const id = people.get(name)
  if (!id) throw new Error(`${name} has not come into the diary yet`)
  return id
}

function venueOf({ venues }: Stage, name: string): string {
  const id = venues.get(name)
  if (!id) throw new Error(`there is no ${name}`)
  return id
}

/** The newest employment of somebody at a venue. */
async function employmentOf(stage: Stage, name: string, venue: string): Promise<string> {
  const all = await allEmploymentsOf(stage.house.db, personOf(stage, name), venueOf(stage, venue))
  const newest = all.at(-1)
  if (!newest) throw new Error(`${name} never worked at ${venue}`)
  return newest.id
}

async function certificateOf({ house, people }: Stage, name: string): Promise<string> {
  const { number } = await house.db
    .selectFrom('certificates')
    .select('number')
    .where('person_id', '=', people.get(name) as string)
    .orderBy('issued_at', 'desc')
    .executeTakeFirstOrThrow()
  return number
}
