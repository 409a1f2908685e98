import { afterEach, expect, test } from 'vitest'
import { foundPartnership } from '#people/found-partnership.ts'
import { openVenue } from '#people/open-venue.ts'
import { findPartnership } from '#people/store.ts'
import { getJoinCode, getVenue } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
afterEach(() => house.close())

test('a new town has a name, a venue and a code for its poster', async () => {
  house = await openTestHouse()
  await house.as(clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    await openVenue(work, { slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' })
  })

  expect(await findPartnership(house.db)).toEqual({ name: 'Holstebro', demo: false })
  const venue = await getVenue(house.db, 'havnen')
  expect(await getJoinCode(house.db, venue.id)).toMatch(/^[0-9a-z]{8}$/)
})
