import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceCertificate } from '#certificates/replace-certificate.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { listedStateOn, stateOn } from '#certificates/state.ts'
import { certificatesOf, getCertificate, numberOfEnrolment } from '#certificates/store.ts'
import { withdrawCertificate } from '#certificates/withdraw-certificate.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { noticesOf } from '#mail/notice-store.ts'
import { changeName } from '#people/change-name.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { earn } from './earned.ts'

let house: TestHouse
let cast: Cast
let number: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  number = await earn(house, cast, cast.ines, '2026-11-22T12:00:00Z')
  house.at('2027-06-01T10:00:00Z')
})
afterEach(() => house.close())

const rename = (name = 'Ines Sørensen Holm') =>
  house.as(cast.ines, (work) => changeName(work, { personId: cast.ines, name }))
const replace = (who = cast.ines, which = number) => house.as(who, (work) => replaceCertificate(work, which))
const read = (which: string) => getCertificate(house.db, which)

test('with her new name Ines gets a new number; course, text and days stay, and the old one reads replaced from today', async () => {
  await rename()
  const next = await replace()
  const [old, now] = [await read(number), await read(next)]
  expect(next).not.toBe(number)
  expect([now.holderName, now.replaces, old.replacedBy]).toEqual(['Ines Sørensen Holm', number, next])
  for (const same of ['courseId', 'revisionId', 'enrolmentId', 'issuedOn', 'lastOn', 'snapshot'] as const)
    expect(now[same]).toEqual(old[same])
  expect([stateOn(old, '2027-05-31'), stateOn(old, '2027-06-01')]).toEqual(['valid', 'replaced'])
  expect(stateOn(now, '2027-06-01')).toBe('valid')
  expect(await numberOfEnrolment(house.db, now.enrolmentId)).toBe(next)
})

test('her former name is nowhere any more: not on the old certificate, not in the audit', async () => {
  await rename()
  await replace()
  expect((await read(number)).holderName).toBeNull()
  const events = await house.db.selectFrom('audit_events').selectAll().execute()
  expect(events.map((event) => event.action)).toEqual(
    expect.arrayContaining(['person.name-changed', 'certificate.replaced']),
  )
  expect(JSON.stringify(events)).not.toContain('Sørensen')
})

test('she is told, with the course by its title', async () => {
  await rename()
  await replace()
  expect(await noticesOf(house.db, cast.ines)).toMatchObject([
    { kind: 'certificate-replaced', values: { course: 'Basic course' } },
  ])
})

test('nothing to replace: the same name, also written in other code points, and twice', async () => {
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  await rename('Ines So\u0308rensen')
  await replace()
  const again = (await certificatesOf(house.db, cast.ines)).find((one) => one.replacedBy === null)
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  await expect(replace(cast.ines, again?.number)).rejects.toMatchObject({ code: 'conflict' })
  await rename('Ines S\u00f6rensen')
  await expect(replace(cast.ines, again?.number)).rejects.toMatchObject({ code: 'conflict' })
})

test('one that has run out, was revoked or withdrawn is not replaced, and nobody replaces another’s', async () => {
  await rename()
  for (const who of [cast.noor, cast.marco, cast.olga])
    await expect(replace(who)).rejects.toMatchObject({ code: 'not-found' })
  house.at('2028-11-23T12:00:00Z')
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
  house.at('2028-11-22T12:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'misuse' }))
  await expect(replace()).rejects.toMatchObject({ code: 'conflict' })
})

test('a renewed certificate can be replaced too; which one is the later does not depend on the order of issuing', async () => {
  const renewal = await earn(house, cast, cast.ines, '2028-10-01T12:00:00Z')
  await rename()
  house.at('2028-10-02T12:00:00Z')
  const next = await replace()
  expect(stateOn(await read(next), '2028-10-02')).toBe('renewed')
  expect(listedStateOn(await read(renewal), '2028-10-02')).toBe('valid')
  const last = await replace(cast.ines, renewal)
  expect(stateOn(await read(next), '2028-10-02')).toBe('renewed')
  expect(stateOn(await read(last), '2028-10-02')).toBe('valid')
})

test('issued in error takes in what it was issued instead of; another reason leaves the old days alone', async () => {
  await rename()
  const next = await replace()
  const revoke = (which: string, reason: 'misuse' | 'issued-in-error') =>
    house.as(cast.olga, (work) => revokeCertificate(work, { number: which, reason }))
  await expect(revoke(number, 'misuse')).rejects.toMatchObject({ code: 'conflict' })
  house.at('2027-07-01T10:00:00Z')
  await revoke(next, 'misuse')
  expect([stateOn(await read(next), '2027-06-30'), stateOn(await read(next), '2027-07-01')]).toEqual([
    'valid',
    'revoked',
  ])
  expect(stateOn(await read(number), '2027-05-31')).toBe('valid')
  await revoke(next, 'issued-in-error')
  for (const which of [number, next]) expect(stateOn(await read(which), '2027-05-31')).toBe('revoked')
})

test('withdrawing one that was replaced changes nothing', async () => {
  await rename()
  await replace()
  await house.as(cast.ines, (work) => withdrawCertificate(work, number))
  expect((await read(number)).endings.map((one) => one.kind)).toEqual(['replaced'])
})

test('coverage never notices: covered before, on and after the day, as known before and after it', async () => {
  await house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 0, countsFromOn: '2026-11-22' }),
  )
  const [employment] = await employmentsOf(house.db, cast.ines, '2027-06-01')
  await house.as(cast.marco, (work) => confirmEmployment(work, employment?.id as string))
  const standing = async (on: string, knownAt: string) => {
    const staff = await readStaff(house.db, cast.havnen, { on, knownAt })
    return staff.find((one) => one.personId === cast.ines)?.standing
  }
  house.at('2027-06-02T10:00:00Z')
  await rename()
  await replace()
  for (const on of ['2027-06-01', '2027-06-02', '2027-06-03', '2028-11-22'])
    for (const knownAt of ['2027-06-02T09:59:59.999Z', '2027-06-02T10:00:00.000Z', '2029-01-01T00:00:00.000Z'])
      expect([on, knownAt, await standing(on, knownAt)]).toEqual([on, knownAt, 'covered'])
  expect(await standing('2028-11-23', '2029-01-01T00:00:00.000Z')).toBe('late')
  const late = await readStaff(house.db, cast.havnen, { on: '2028-11-23', knownAt: '2029-01-01T00:00:00.000Z' })
  expect(late.find((one) => one.personId === cast.ines)?.courses[0]).toMatchObject({
    state: 'expired',
    lastOn: '2028-11-22',
    lateSince: '2028-11-23',
  })
})
