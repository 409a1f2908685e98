import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinAsNewcomer } from '#joining/join-as-newcomer.ts'
import { acceptOffer } from '#people/accept-offer.ts'
import { addPerson } from '#people/add-person.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { claimPerson } from '#people/claim-person.ts'
import { declineOffer } from '#people/decline-offer.ts'
import { endEmployment } from '#people/end-employment.ts'
import { enterStaff } from '#people/enter-staff.ts'
import { joinVenue } from '#people/join-venue.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { openOffersOf, openOffersTo } from '#people/offer-store.ts'
import { subjectOf } from '#people/role-store.ts'
import { takeBack } from '#people/take-back.ts'
import { clockwork, may } from '#policy.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'
import { noticesTo, openKeptTown, peopleAt, toldOf } from './keeping.ts'

let house: TestHouse
let cast: Cast
let ofInes: string

beforeEach(async () => {
  const town = await openKeptTown()
  house = town.house
  cast = town.cast
  ofInes = town.ofInes
  house.at('2026-03-10T12:00:00Z')
})
afterEach(() => house.close())

const sam = { name: 'Sam Holm', login: 'sam@example.dk', language: 'da' } as const
const enter = async (): Promise<string> => {
  const personId = await house.as(cast.marco, (work) => addUnclaimedPerson(work, sam))
  const of = { personId, venueId: cast.havnen, job: 'bar', firstOn: '2026-03-10' } as const
  await house.as(cast.marco, (work) => enterStaff(work, of))
  return personId
}
const offer = (personId: string, venueId = cast.havnen, who = cast.marco) =>
  house.as(who, (work) => offerEmployment(work, { personId, venueId, job: 'floor', firstOn: '2026-03-10' }))
const worksAt = async (personId: string) => (await subjectOf(house.db, personId, '2026-03-10')).worksAt
const marcoResets = async (personId: string) =>
  may.resetPassword(await house.actor(cast.marco), await subjectOf(house.db, personId, '2026-03-10'))

test('whoever is entered counts at once, and opens the account by the poster as the same person', async () => {
  const personId = await enter()
  expect(await peopleAt(house, 'havnen', '2026-03-10')).toBe(3)
  expect(await worksAt(personId)).toEqual([])
  const joins = { ...sam, name: 'Samantha Holm', passwordHash: 'own', venueId: cast.havnen, job: 'door' } as const
  expect(await house.as(clockwork, (work) => joinAsNewcomer(work, joins))).toBe(personId)
  expect(await toldOf(house, personId)).toEqual(['bar 2026-03-10–'])
  expect(await worksAt(personId)).toEqual([cast.havnen])
  await expect(house.as(clockwork, (work) => addPerson(work, joins))).rejects.toMatchObject({ code: 'conflict' })
})

test('of two who open the same account at once, one does', async () => {
  const personId = await enter()
  const claim = (passwordHash: string) =>
    house.as(clockwork, (work) => claimPerson(work, personId, { ...sam, passwordHash }, cast.havnen))
  const outcomes = await Promise.allSettled([claim('one'), claim('other')])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await worksAt(personId)).toEqual([cast.havnen])
})

test('a venue that wrote a login down first has nothing to say over the account that is opened elsewhere', async () => {
  const personId = await enter()
  const joins = { ...sam, passwordHash: 'own', venueId: cast.kilden, job: 'bar' } as const
  await house.as(clockwork, (work) => joinAsNewcomer(work, joins))
  expect(await toldOf(house, personId)).toEqual(['bar 2026-03-10–', 'bar 2026-03-10– (unconfirmed)'])
  expect(await marcoResets(personId)).toBe(false)
  await house.as(personId, (work) => joinVenue(work, { personId, venueId: cast.havnen, job: 'bar' }))
  expect(await marcoResets(personId)).toBe(true)
})

test('an account is only offered an employment: it counts, and the manager may help, once she has said yes', async () => {
  const [offerId, again] = await Promise.all([offer(cast.noor), offer(cast.noor)])
  expect(again).toBe(offerId)
  expect(await openOffersTo(house.db, cast.noor)).toMatchObject([{ id: offerId, venue: 'Havnen', job: 'floor' }])
  expect(await openOffersOf(house.db, cast.havnen)).toMatchObject([{ id: offerId, name: 'Noor Haddad' }])
  expect(await noticesTo(house, cast.noor)).toEqual(expect.arrayContaining(['employment-offered {"venue":"Havnen"}']))
  expect([await peopleAt(house, 'havnen', '2026-03-10'), await marcoResets(cast.noor)]).toEqual([2, false])
  const yes = () => house.as(cast.noor, (work) => acceptOffer(work, offerId))
  const [first, second] = await Promise.all([yes(), yes()])
  expect(second).toBe(first)
  expect([await peopleAt(house, 'havnen', '2026-03-10'), await marcoResets(cast.noor)]).toEqual([3, true])
  expect(await openOffersTo(house.db, cast.noor)).toEqual([])
  await expect(house.as(cast.noor, (work) => declineOffer(work, offerId))).rejects.toMatchObject({ code: 'conflict' })
})

test('an offer declined or taken back is over', async () => {
  const offerId = await offer(cast.noor)
  await expect(house.as(cast.ines, (work) => acceptOffer(work, offerId))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(house.as(cast.ines, (work) => declineOffer(work, offerId))).rejects.toMatchObject({ code: 'forbidden' })
  for (const _ of [1, 2]) await house.as(cast.noor, (work) => declineOffer(work, offerId))
  await expect(house.as(cast.noor, (work) => acceptOffer(work, offerId))).rejects.toMatchObject({ code: 'gone' })
  const another = await offer(cast.noor)
  await house.as(cast.marco, (work) => declineOffer(work, another))
  expect(await openOffersOf(house.db, cast.havnen)).toEqual([])
})

test('an offer by somebody who manages the venue no longer has to be confirmed', async () => {
  const offerId = await offer(cast.noor)
  const [role] = await house.db.selectFrom('role_facts').selectAll().where('role', '=', 'manager').execute()
  await house.db
    .updateTable('role_facts')
    .set({ superseded_at: '2026-03-10T12:00:00.000Z' })
    .where('id', '=', role?.id ?? '')
    .execute()
  await house.as(cast.noor, (work) => acceptOffer(work, offerId))
  expect(await toldOf(house, cast.noor)).toContain('floor 2026-03-10– (unconfirmed)')
})

test('whoever joined meanwhile is confirmed by saying yes, and works there once', async () => {
  const offerId = await offer(cast.noor)
  const joined = await house.as(cast.noor, (work) =>
    joinVenue(work, { personId: cast.noor, venueId: cast.havnen, job: 'door' }),
  )
  expect(await house.as(cast.noor, (work) => acceptOffer(work, offerId))).toBe(joined)
  expect(await toldOf(house, cast.noor)).toContain('door 2026-03-10–')
  await expect(offer(cast.noor)).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody is entered or offered anything from outside, and no account is entered', async () => {
  const personId = await house.as(cast.marco, (work) => addUnclaimedPerson(work, sam))
  const of = { venueId: cast.havnen, job: 'bar', firstOn: '2026-03-10' } as const
  for (const name of ['ines', 'noor', 'ada', 'pernille'] as const) {
    const entering = house.as(cast[name], (work) => enterStaff(work, { ...of, personId }))
    await expect(entering).rejects.toMatchObject({ code: 'forbidden' })
    await expect(offer(cast.noor, cast.havnen, cast[name])).rejects.toMatchObject({ code: 'forbidden' })
  }
  const entered = house.as(cast.marco, (work) => enterStaff(work, { ...of, personId: cast.noor }))
  await expect(entered).rejects.toMatchObject({ code: 'not-found' })
  await expect(offer(personId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(house.as(cast.marco, (work) => addUnclaimedPerson(work, sam))).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('whoever is taken back without a word of hers gives the manager nothing to say over her account', async () => {
  await house.as(cast.marco, (work) => endEmployment(work, ofInes, '2026-03-05'))
  const back = { personId: cast.ines, venueId: cast.havnen, job: 'bar', firstOn: '2026-03-10' } as const
  await house.as(cast.marco, (work) => takeBack(work, back))
  expect(await marcoResets(cast.ines)).toBe(false)
  expect(await noticesTo(house, cast.ines)).toHaveLength(3)
})

test('she leaves today or with an earlier last day, never with one to come or before the first', async () => {
  const leave = (lastOn: string, who = cast.ines) => house.as(who, (work) => leaveVenue(work, ofInes, lastOn))
  await expect(leave('2026-03-10', cast.marco)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(leave('2026-03-11')).rejects.toMatchObject({ code: 'conflict' })
  await expect(leave('2026-02-28')).rejects.toMatchObject({ code: 'conflict' })
  await Promise.all([leave('2026-03-08'), leave('2026-03-08')])
  expect(await toldOf(house, cast.ines)).toEqual(['bar 2026-03-01–2026-03-08'])
  expect(await worksAt(cast.ines)).toEqual([])
})

test('what is not confirmed or has not begun is simply taken back', async () => {
  const joined = await house.as(cast.noor, (work) =>
    joinVenue(work, { personId: cast.noor, venueId: cast.havnen, job: 'door' }),
  )
  await house.as(cast.noor, (work) => leaveVenue(work, joined, '2026-03-10'))
  expect(await toldOf(house, cast.noor)).toEqual(['floor 2026-03-01–'])
})
