import { afterEach, expect, test } from 'vitest'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { certificatesOf, findCertificate, numberOfEnrolment, standsOn } from '#certificates/store.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { earn } from './earned.ts'

let house: TestHouse
afterEach(() => house.close())

const standing = async (day: string, knownAt: string) => {
  const rows = await house.db.selectFrom('certificates').select('number').where(standsOn(day, knownAt)).execute()
  return rows.length
}

test.each(['sqlite', 'postgres'] as const)('on %s: what stands on a day, as known at an instant', async (on) => {
  house = await openTestHouse({ on })
  const cast = await settleCast(house)
  const number = await earn(house, cast, cast.ines, '2026-11-22T12:00:00Z')
  const late = '2030-01-01T00:00:00.000Z'
  expect(await standing('2026-11-21', late)).toBe(0)
  expect(await standing('2026-11-22', late)).toBe(1)
  expect(await standing('2028-11-22', late)).toBe(1)
  expect(await standing('2028-11-23', late)).toBe(0)
  expect(await standing('2026-11-22', '2026-11-22T11:59:59.999Z')).toBe(0)

  house.at('2027-06-01T10:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'misuse' }))
  expect(await standing('2027-05-31', late)).toBe(1)
  expect(await standing('2027-06-01', late)).toBe(0)
  expect(await standing('2027-06-01', '2027-06-01T09:59:59.999Z')).toBe(1)

  house.at('2027-07-01T10:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'issued-in-error' }))
  expect(await standing('2026-11-22', late)).toBe(0)
  expect(await standing('2026-11-22', '2027-06-30T10:00:00.000Z')).toBe(1)
})

test('Ines finds her own, newest first; nobody else’s come with them', async () => {
  house = await openTestHouse()
  const cast = await settleCast(house)
  const first = await earn(house, cast, cast.ines, '2026-11-22T12:00:00Z')
  const noors = await earn(house, cast, cast.noor, '2027-01-01T12:00:00Z')
  const second = await earn(house, cast, cast.ines, '2028-10-01T12:00:00Z')
  expect((await certificatesOf(house.db, cast.ines)).map((one) => one.number)).toEqual([second, first])
  expect((await findCertificate(house.db, noors))?.later).toEqual([])
  expect(await findCertificate(house.db, '0'.repeat(27))).toBeNull()
  expect(await numberOfEnrolment(house.db, 'no such enrolment')).toBeNull()
})
