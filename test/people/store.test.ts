import { afterEach, expect, test } from 'vitest'
import { changeLanguage } from '#people/change-language.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { replaceJoinCode } from '#people/replace-join-code.ts'
import { findAccount, findPartnership } from '#people/store.ts'
import { findVenueByCode, getJoinCode, getVenue, listVenues, venuesWithIds, wasJoinCode } from '#people/venue-store.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
afterEach(() => house.close())

test('what the room writes and reads is the same on PostgreSQL', async () => {
  house = await openTestHouse({ on: 'postgres' })
  const cast = await settleCast(house)
  const { db } = house
  expect(await findPartnership(db)).toEqual({ name: 'Holstebro', demo: false })
  expect((await listVenues(db)).map(({ slug }) => slug)).toEqual(['havnen', 'kilden'])
  expect(await venuesWithIds(db, [cast.kilden])).toEqual([await getVenue(db, 'kilden')])

  const [joined] = await employmentsOf(db, cast.ines, '2026-11-22')
  await house.as(cast.marco, (work) => confirmEmployment(work, joined?.id ?? ''))
  expect(await employmentsOf(db, cast.ines, '2026-11-22')).toMatchObject([{ job: 'bar', confirmed: true }])
  await house.as(cast.marco, (work) => endEmployment(work, joined?.id ?? '', '2026-11-23'))
  expect(await employmentsOf(db, cast.ines, '2026-11-24')).toEqual([])

  const old = await getJoinCode(db, cast.havnen)
  const code = await house.as(cast.marco, (work) => replaceJoinCode(work, cast.havnen))
  expect([await findVenueByCode(db, old), await wasJoinCode(db, old)]).toEqual([null, true])
  expect((await findVenueByCode(db, code))?.name).toBe('Havnen')

  await house.as(cast.ines, (work) => changeLanguage(work, { personId: cast.ines, language: 'da' }))
  expect((await findAccount(db, 'ines@example.dk'))?.language).toBe('da')
})
