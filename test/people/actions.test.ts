import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { changeLanguage } from '#people/change-language.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { joinVenue } from '#people/join-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { replaceJoinCode } from '#people/replace-join-code.ts'
import { actorOn } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { slugOf } from '#people/venue.ts'
import { findVenueByCode, getJoinCode, wasJoinCode } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast

const today = '2026-11-22'
const facts = () => house.db.selectFrom('employment_facts').selectAll().orderBy('id').execute()
const employment = async (personId: string) => (await employmentsOf(house.db, personId, today))[0]?.id ?? ''
const said = async (action: string) =>
  house.db.selectFrom('audit_events').selectAll().where('action', '=', action).execute()

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
})
afterEach(() => house.close())

test('confirming writes a new row and keeps what was believed; doing it twice changes nothing', async () => {
  const id = await employment(cast.ines)
  house.at('2026-11-25T12:00:00Z')
  await house.as(cast.marco, (work) => confirmEmployment(work, id))
  await house.as(cast.marco, (work) => confirmEmployment(work, id))
  const rows = (await facts()).filter((row) => row.employment_id === id)
  expect(rows.map((row) => [row.first_on, row.confirmed_at, row.confirmed_by, row.superseded_at])).toEqual([
    ['2026-11-22', null, null, '2026-11-25T12:00:00.000Z'],
    ['2026-11-22', '2026-11-25T12:00:00.000Z', cast.marco, null],
  ])
  const events = (await said('employment.confirmed')).filter((event) => event.subject === id)
  expect(events).toMatchObject([
    { actor_id: cast.marco, person_id: cast.ines, venue_id: cast.havnen, particulars: '{}' },
  ])
})

test.each(['ines', 'noor', 'ada', 'pernille'] as const)('%s may not confirm Ines', async (name) => {
  const id = await employment(cast.ines)
  await expect(house.as(cast[name], (work) => confirmEmployment(work, id))).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('joining where one works already changes nothing; coming back later is a new employment', async () => {
  const join = () =>
    house.as(cast.ines, (work) => joinVenue(work, { personId: cast.ines, venueId: cast.havnen, job: 'door' }))
  const first = await employment(cast.ines)
  expect(await join()).toBe(first)
  await house.as(cast.marco, (work) => endEmployment(work, first, today))
  house.at('2026-11-23T12:00:00Z')
  expect(await join()).not.toBe(first)
})

test('nobody joins for somebody else', async () => {
  const task = house.as(cast.noor, (work) => joinVenue(work, { personId: cast.ines, venueId: cast.kilden, job: 'bar' }))
  await expect(task).rejects.toMatchObject({ code: 'forbidden' })
})

test('a login belongs to one person', async () => {
  const again = { name: 'Ines Two', login: 'ines@example.dk', passwordHash: 'none', language: 'da' } as const
  await expect(house.as(clockwork, (work) => addPerson(work, again))).rejects.toMatchObject({ code: 'conflict' })
  expect(await findAccount(house.db, 'ines@example.dk')).toMatchObject({ personId: cast.ines, language: 'en' })
})

test('a replaced code opens nothing and is remembered as one that was', async () => {
  const old = await getJoinCode(house.db, cast.havnen)
  const code = await house.as(cast.marco, (work) => replaceJoinCode(work, cast.havnen))
  expect(await findVenueByCode(house.db, old)).toBeNull()
  expect((await findVenueByCode(house.db, code))?.slug).toBe('havnen')
  expect([await wasJoinCode(house.db, old), await wasJoinCode(house.db, '00000000')]).toEqual([true, false])
  const kilden = house.as(cast.marco, (work) => replaceJoinCode(work, cast.kilden))
  await expect(kilden).rejects.toMatchObject({ code: 'forbidden' })
})

test('venues are opened and roles given by the association, each venue once, each town once', async () => {
  const venue = { name: 'Havnen', kind: 'bar', address: 'Kajen 1' } as const
  await expect(house.as(cast.olga, (work) => openVenue(work, venue))).rejects.toMatchObject({ code: 'conflict' })
  await expect(house.as(cast.marco, (work) => openVenue(work, venue))).rejects.toMatchObject({ code: 'forbidden' })
  const role = { personId: cast.noor, role: 'manager', venueId: cast.kilden } as const
  await expect(house.as(cast.marco, (work) => appointRole(work, role))).rejects.toMatchObject({ code: 'forbidden' })
  await house.as(cast.olga, (work) => appointRole(work, role))
  expect(await actorOn(house.db, cast.noor, today)).toMatchObject({ roles: ['manager'], manages: [cast.kilden] })
  expect(await actorOn(house.db, cast.noor, '2026-11-21')).toMatchObject({ roles: [], manages: [] })
  const town = house.as(clockwork, (work) => foundPartnership(work, { name: 'Struer', demo: false }))
  await expect(town).rejects.toMatchObject({ code: 'conflict' })
})

test('the language is one’s own to change', async () => {
  await house.as(cast.ines, (work) => changeLanguage(work, { personId: cast.ines, language: 'da' }))
  expect((await findAccount(house.db, 'ines@example.dk'))?.language).toBe('da')
  const others = house.as(cast.noor, (work) => changeLanguage(work, { personId: cast.ines, language: 'en' }))
  await expect(others).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  ['Havnen', 'havnen'],
  ['Café Ærø & Co.', 'cafe-aeroe-co'],
  ['Åhuset – Bar', 'aahuset-bar'],
  ['  12 / 70 ', '12-70'],
  ['酒吧', 'sted'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('the venue %j is found under %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
