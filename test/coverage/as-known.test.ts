import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf, instantOf } from '#base/dates.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  cast = await settleCast(house)
  await house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-03-01' }),
  )
})
afterEach(() => house.close())

const standing = async (on: string, knownAt = instantOf(house.clock())) =>
  (await readStaff(house.db, cast.havnen, { on, knownAt })).find((one) => one.personId === cast.ines)?.standing ?? null

async function confirmInes(): Promise<string> {
  const [employment] = await employmentsOf(house.db, cast.ines, '2026-03-01')
  await house.as(cast.marco, (work) => confirmEmployment(work, employment?.id as string))
  return employment?.id as string
}

test('confirmed on 20 March, first day 1 March: counts from 1 March as known now, not on 10 March as known then', async () => {
  house.at('2026-03-20T12:00:00Z')
  expect(await standing('2026-03-10')).toBeNull()
  await confirmInes()

  expect(await standing('2026-02-28')).toBeNull()
  expect(await standing('2026-03-01')).toBe('within')
  expect(await standing('2026-03-10')).toBe('within')
  expect(await standing('2026-03-10', endOf('2026-03-10'))).toBeNull()
  expect(await standing('2026-03-10', '2026-03-20T11:59:59.999Z')).toBeNull()
  expect(await standing('2026-03-10', '2026-03-20T12:00:00.000Z')).toBe('within')
})

test('an answer for a day, as known at an instant, stays the same whatever is written later', async () => {
  const ask = async () =>
    JSON.stringify([
      await readTown(house.db, { on: '2026-03-15', knownAt: endOf('2026-03-20') }),
      await readStaff(house.db, cast.havnen, { on: '2026-03-15', knownAt: endOf('2026-03-20') }),
    ])
  house.at('2026-03-20T12:00:00Z')
  const employment = await confirmInes()
  house.at('2026-03-21T12:00:00Z')
  const before = await ask()

  const earned = { personId: cast.ines, courseId: 'grundkursus', revisionId: cast.revision, enrolmentId: 'run' }
  const number = await house.as(cast.ines, (work) => issueCertificate(work, earned))
  await house.as(cast.marco, (work) => endEmployment(work, employment, '2026-03-14'))
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'issued-in-error' }))
  await house.as(cast.olga, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 2, countsFromOn: '2026-03-01' }),
  )
  await house.as(cast.olga, (work) => openVenue(work, { slug: 'ny', name: 'Ny', kind: 'bar', address: 'Torvet 9' }))
  expect(await ask()).toBe(before)
  expect(await standing('2026-03-15')).toBeNull()
  expect(await standing('2026-03-14')).toBe('late')
})

test('revoked on 1 June: covered on 31 May; found to be issued in error: never covered', async () => {
  await confirmInes()
  const earned = { personId: cast.ines, courseId: 'grundkursus', revisionId: cast.revision, enrolmentId: 'run' }
  const number = await house.as(cast.ines, (work) => issueCertificate(work, earned))
  house.at('2026-06-01T12:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'fraud' }))
  expect([await standing('2026-05-31'), await standing('2026-06-01')]).toEqual(['covered', 'late'])

  house.at('2026-06-02T12:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'issued-in-error' }))
  expect([await standing('2026-03-01'), await standing('2026-05-31')]).toEqual(['within', 'late'])
  expect(await standing('2026-05-31', endOf('2026-06-01'))).toBe('covered')
})
