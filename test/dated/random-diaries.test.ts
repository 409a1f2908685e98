import { expect, test } from 'vitest'
import { type Chance, seededChance } from '#base/chance.ts'
import { dayOf, endOf, instantOf } from '#base/dates.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { withdrawCertificate } from '#certificates/withdraw-certificate.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import type { Work } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import { changeJob } from '#people/change-job.ts'
import { closeVenue } from '#people/close-venue.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { correctDays } from '#people/correct-days.ts'
import { endEmployment } from '#people/end-employment.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { joinVenue } from '#people/join-venue.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { takeBack } from '#people/take-back.ts'
import { type Actor, clockwork } from '#policy.ts'
import { endRequirement } from '#requirements/end-requirement.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { inventDiary } from './invent-diary.ts'
import { type Event, nth, type PersonalEvent, SlowTown, type VenueName, venues } from './slow-town.ts'

const courseId = 'grundkursus'
const towns = 100
const peopleEach = 100
const olga: Actor = { personId: 'olga', roles: ['association'], manages: [] }

/** Ids of what the diary counts. */
interface Names {
  revisionId: string
  venues: Record<VenueName, string>
  people: string[]
  employments: string[][]
  certificates: string[][]
}

/** Noon in winter, one in summer: the same civil day in Copenhagen. */
const noon = (place: number) => new Date(`${nth(place)}T11:00:00Z`)

const at = (work: Work, now: Date, actor: Actor): Work => ({
  ...work,
  now,
  at: instantOf(now),
  today: dayOf(now),
  actor,
})

async function play(house: TestHouse, diary: readonly Event[]): Promise<Names> {
  house.at(noon(0).toISOString())
  return house.as(clockwork, async (work) => {
    const names = await settle(work)
    for (const event of diary) await happen(at(work, noon(event.on), olga), event, names)
    return names
  })
}

async function settle(work: Work): Promise<Names> {
  await foundPartnership(work, { name: 'Holstebro', demo: false })
  const { id: revisionId } = await publishRevision(work, tinyCourse)
  const ids: Partial<Record<VenueName, string>> = {}
  for (const slug of venues) ids[slug] = (await openVenue(work, { slug, name: slug, kind: 'bar', address: '' })).id
  const people: string[] = []
  for (let n = 0; n < peopleEach; n++)
    people.push(
      await addPerson(work, { name: `Ines ${n}`, login: `+45${20_000_000 + n}`, passwordHash: 'none', language: 'da' }),
    )
  const lists = () => people.map((): string[] => [])
  return { revisionId, venues: ids as Names['venues'], people, employments: lists(), certificates: lists() }
}

async function happen(work: Work, event: Event, names: Names): Promise<void> {
  if ('person' in event) return happenTo(work, event, names)
  const of = 'venue' in event ? { venueId: names.venues[event.venue], firstOn: nth(event.from) } : null
  if (event.kind === 'close' && of) return closeVenue(work, of)
  if (event.kind === 'reopen' && of) return reopenVenue(work, of)
  if (event.kind === 'require')
    return setRequirement(work, { job: event.job, courseId, days: event.days, countsFromOn: nth(event.from) })
  if (event.kind === 'unrequire') return endRequirement(work, { job: event.job, courseId, lastOn: nth(event.last) })
}

async function happenTo(work: Work, event: PersonalEvent, names: Names): Promise<void> {
  const personId = names.people[event.person] as string
  const own = names.employments[event.person] as string[]
  const id = 'nr' in event ? (own[event.nr] as string) : ''
  const self = { ...work, actor: { personId, roles: [], manages: [] } }
  switch (event.kind) {
    case 'join':
      own.push(await joinVenue(self, { personId, venueId: names.venues[event.venue], job: event.job }))
      return
    case 'back': {
      const of = { personId, venueId: names.venues[event.venue], job: event.job, firstOn: nth(event.from) }
      own.push(await takeBack(work, of))
      return
    }
    case 'confirm':
      return confirmEmployment(work, id)
    case 'reject':
      return rejectEmployment(work, id)
    case 'days':
      return correctDays(work, id, { firstOn: nth(event.first), lastOn: event.last === null ? null : nth(event.last) })
    case 'job':
      return changeJob(work, id, { job: event.job, fromOn: nth(event.from) })
    case 'end':
      return endEmployment(work, id, nth(event.last))
    case 'leave':
      return leaveVenue(self, id, nth(event.last))
    default:
      return certify(work, self, event, names)
  }
}

async function certify(work: Work, self: Work, event: PersonalEvent, names: Names): Promise<void> {
  const { personId } = self.actor
  const own = names.certificates[event.person] as string[]
  if (event.kind === 'pass') {
    const earned = { personId, courseId, revisionId: names.revisionId, enrolmentId: `${personId} ${own.length}` }
    own.push(await issueCertificate(self, earned))
    return
  }
  const number = 'certificate' in event ? (own[event.certificate] as string) : ''
  if (event.kind === 'withdraw') return withdrawCertificate(self, number)
  await revokeCertificate(work, { number, reason: event.kind === 'revoke' ? 'fraud' : 'issued-in-error' })
}

/** What the slow count says of everybody at every venue: `12 late`. */
function slowly(town: SlowTown, day: number): Record<VenueName, string[]> {
  const said = (venue: VenueName) =>
    Array.from({ length: peopleEach }, (_, n) => [n, town.standing(n, venue, day)] as const)
      .filter(([, standing]) => standing !== null)
      .map(([n, standing]) => `${n} ${standing}`)
  return { havnen: said('havnen'), kilden: said('kilden'), nordlys: said('nordlys') }
}

/** A day on which something may be about to change: up to five weeks after somebody came or a certificate was earned, or when it runs out. */
function soonAfter(diary: readonly Event[], chance: Chance): number {
  const edges = diary.filter(({ kind }) => /join|back|pass|revoke|withdraw/.test(kind))
  const { on, kind } = edges[chance(edges.length)] as Event
  if (/revoke|withdraw/.test(kind)) return on + chance(2)
  return on + chance(35) + (kind === 'pass' && chance(2) === 0 ? 725 : 0)
}

async function compare(house: TestHouse, names: Names, diary: readonly Event[], chance: Chance): Promise<number> {
  const known = chance(3) === 0 ? chance(1000) : 1000
  const day = chance(4) === 0 ? chance(1700) : soonAfter(diary, chance)
  const town = new SlowTown()
  for (const event of diary) if (event.on <= known) town.happen(event)
  const expected = slowly(town, day)

  const when = { on: nth(day), knownAt: endOf(nth(known)) }
  const standings = new Map<string, string[]>()
  for (const venue of venues) {
    const staff = await readStaff(house.db, names.venues[venue], when)
    const found = staff.map((one) => `${names.people.indexOf(one.personId)} ${one.standing}`)
    const byNumber = (a: string, b: string) => Number.parseInt(a, 10) - Number.parseInt(b, 10)
    expect([when, venue, found.sort(byNumber)]).toEqual([when, venue, expected[venue]])
    for (const one of staff) standings.set(one.personId, [...(standings.get(one.personId) ?? []), one.standing])
  }
  const worst = [...standings.values()].map((all) => ['late', 'within', 'covered'].find((one) => all.includes(one)))
  const count = (standing: string) => worst.filter((one) => one === standing).length
  const { town: figures } = await readTown(house.db, when)
  expect([when, figures]).toEqual([when, { covered: count('covered'), within: count('within'), late: count('late') }])
  return standings.size
}

test('ten thousand invented people stand on any day, as known on any day, as a slow count of their diaries says', {
  timeout: 400_000,
}, async () => {
  let counted = 0
  for (let n = 0; n < towns; n++) {
    const chance = seededChance(n + 1)
    const diary = inventDiary(peopleEach, chance)
    const house = await openTestHouse({ seed: n })
    const names = await play(house, diary)
    for (let asked = 0; asked < 4; asked++) counted += await compare(house, names, diary, chance)
    await house.close()
  }
  expect(counted).toBeGreaterThan(towns * peopleEach)
})
