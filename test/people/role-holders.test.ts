import { afterEach, beforeEach, expect, test } from 'vitest'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { changeJob } from '#people/change-job.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { correctDays } from '#people/correct-days.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { endRole } from '#people/end-role.ts'
import { joinVenue } from '#people/join-venue.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { actorOn, associationCount, listRoles, rolesOf } from '#people/role-store.ts'
import { clockwork, type Role } from '#policy.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'
import { eventsOf, noticesTo, openKeptTown, toldOf } from './keeping.ts'

let house: TestHouse
let cast: Cast
let ofMarco: string

beforeEach(async () => {
  const town = await openKeptTown()
  house = town.house
  cast = town.cast
  ofMarco = (await allEmploymentsOf(house.db, cast.marco))[0]?.id ?? ''
  house.at('2026-03-10T12:00:00Z')
})
afterEach(() => house.close())

const appoint = (personId: string, role: Role, venueId: string | null = null) =>
  house.as(cast.olga, (work) => appointRole(work, { personId, role, venueId }))
const today = () => house.clock().toISOString().slice(0, 10)
const factOf = async (personId: string) => (await rolesOf(house.db, personId, today()))[0]?.id ?? ''
const endRoleOf = async (personId: string, who = cast.olga) => {
  const id = await factOf(personId)
  return house.as(who, (work) => endRole(work, id))
}

test('a manager touches no employment of another manager there or of the association; the association does', async () => {
  await appoint(cast.noor, 'manager', cast.havnen)
  const join = (personId: string) =>
    house.as(personId, (work) => joinVenue(work, { personId, venueId: cast.havnen, job: 'bar' }))
  const ofOlga = await join(cast.olga)
  for (const [who, id] of [
    [cast.noor, ofMarco],
    [cast.marco, ofMarco],
    [cast.marco, ofOlga],
  ] as const) {
    const tries = [
      () => house.as(who, (work) => endEmployment(work, id, '2026-03-31')),
      () => house.as(who, (work) => correctDays(work, id, { firstOn: '2026-02-01', lastOn: null })),
      () => house.as(who, (work) => changeJob(work, id, { job: 'door', fromOn: '2026-03-20' })),
      () => house.as(who, (work) => rejectEmployment(work, id)),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
  }
  await house.as(cast.marco, (work) => confirmEmployment(work, ofOlga))
  await house.as(cast.olga, (work) => changeJob(work, ofMarco, { job: 'bar', fromOn: '2026-03-20' }))
  expect(await toldOf(house, cast.marco)).toEqual(['manager 2026-03-01–2026-03-19, bar 2026-03-20–'])
})

test.each([
  ['today', '2026-03-10', []],
  ['days ago', '2026-03-05', []],
  ['at the end of the month', '2026-03-31', ['manager']],
])('when the association ends a manager’s employment %s, the role ends with it', async (_name, lastOn, left) => {
  await house.as(cast.olga, (work) => endEmployment(work, ofMarco, lastOn))
  expect((await actorOn(house.db, cast.marco, '2026-03-10')).roles).toEqual(left)
  expect((await actorOn(house.db, cast.marco, '2026-04-01')).roles).toEqual([])
  expect((await actorOn(house.db, cast.marco, '2026-03-04')).roles).toEqual(['manager'])
})

test('a manager who leaves by himself manages it no longer', async () => {
  await house.as(cast.marco, (work) => leaveVenue(work, ofMarco, '2026-03-10'))
  expect(await house.actor(cast.marco)).toMatchObject({ roles: [], manages: [] })
  expect(await toldOf(house, cast.marco)).toEqual(['manager 2026-03-01–2026-03-10'])
})

test('a role ended by the association ends at once, is told, and stays as known before', async () => {
  await endRoleOf(cast.ada)
  expect((await actorOn(house.db, cast.ada, '2026-03-10')).roles).toEqual([])
  expect((await actorOn(house.db, cast.ada, '2026-03-09')).roles).toEqual(['trainer'])
  const lines = await listRoles(house.db, '2026-03-10')
  expect(lines.find((line) => line.personId === cast.ada)).toMatchObject({
    name: 'Ada Lund',
    role: 'trainer',
    venue: null,
    firstOn: '2026-03-01',
    lastOn: '2026-03-09',
    ended: true,
  })
  expect(lines.find((line) => line.personId === cast.marco)).toMatchObject({ venue: { slug: 'havnen' }, ended: false })
  expect(await noticesTo(house, cast.ada)).toEqual(['role-ended {"role":"trainer"}'])
})

test('one given and ended on the same day never was; ending twice at once ends it once', async () => {
  await appoint(cast.noor, 'trainer')
  const id = await factOf(cast.noor)
  await Promise.all([1, 2].map(() => house.as(cast.olga, (work) => endRole(work, id))))
  expect((await listRoles(house.db, '2026-03-10')).filter((line) => line.personId === cast.noor)).toEqual([])
  expect(await eventsOf(house, 'role.ended')).toHaveLength(1)
})

test('the last member of the association stays, also when two try to end each other at once', async () => {
  await expect(endRoleOf(cast.olga)).rejects.toMatchObject({ code: 'conflict' })
  await appoint(cast.ada, 'association')
  expect(await associationCount(house.db, '2026-03-10')).toBe(2)
  const [ofOlga] = await rolesOf(house.db, cast.olga, '2026-03-10')
  const ofAda = (await rolesOf(house.db, cast.ada, '2026-03-10')).find((fact) => fact.role === 'association')
  const ends = [ofOlga, ofAda].map((fact) => house.as(cast.olga, (work) => endRole(work, fact?.id ?? '')))
  const outcomes = await Promise.allSettled(ends)
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await associationCount(house.db, '2026-03-10')).toBe(1)
})

test('nobody else ends a role, and no role that is not there', async () => {
  for (const name of ['marco', 'ada', 'pernille', 'ines', 'noor'] as const)
    await expect(endRoleOf(cast.pernille, cast[name])).rejects.toMatchObject({ code: 'forbidden' })
  const none = house.as(cast.olga, (work) => endRole(work, 'none'))
  await expect(none).rejects.toMatchObject({ code: 'not-found' })
})

test('the same role twice is one; one about to end goes on; an account nobody has opened gets none', async () => {
  await Promise.all([appoint(cast.noor, 'manager', cast.kilden), appoint(cast.noor, 'manager', cast.kilden)])
  expect(await rolesOf(house.db, cast.noor, '2026-03-10')).toHaveLength(1)
  await house.as(cast.olga, (work) => endEmployment(work, ofMarco, '2026-03-31'))
  await appoint(cast.marco, 'manager', cast.havnen)
  expect((await actorOn(house.db, cast.marco, '2026-04-01')).manages).toEqual([cast.havnen])
  const person = { name: 'Sam Holm', login: 'sam@example.dk', language: 'da' } as const
  const sam = await house.as(clockwork, (work) => addUnclaimedPerson(work, person))
  await expect(appoint(sam, 'partner')).rejects.toMatchObject({ code: 'conflict' })
})
