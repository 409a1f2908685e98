import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RevocationReason } from '#certificates/certificate.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { stateOn } from '#certificates/state.ts'
import { getCertificate } from '#certificates/store.ts'
import { withdrawCertificate } from '#certificates/withdraw-certificate.ts'
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

const revoke = (reason: RevocationReason, who = cast.olga) =>
  house.as(who, (work) => revokeCertificate(work, { number, reason }))
const withdraw = (who: string) => house.as(who, (work) => withdrawCertificate(work, number))
const events = async () => {
  const rows = await house.db.selectFrom('audit_events').select('action').where('subject', '=', number).execute()
  return rows.map((row) => row.action)
}

test('Olga revokes a certificate: it stands until yesterday', async () => {
  await revoke('misuse')
  const certificate = await getCertificate(house.db, number)
  expect(stateOn(certificate, '2027-05-31')).toBe('valid')
  expect(stateOn(certificate, '2027-06-01')).toBe('revoked')
  expect(await events()).toEqual(['certificate.issued', 'certificate.revoked'])
})

test('revoked twice is a conflict, but misuse can turn out to be an error in the first place', async () => {
  await revoke('misuse')
  await expect(revoke('fraud')).rejects.toMatchObject({ code: 'conflict' })
  await revoke('issued-in-error')
  await expect(revoke('issued-in-error')).rejects.toMatchObject({ code: 'conflict' })
  await expect(revoke('other')).rejects.toMatchObject({ code: 'conflict' })
  expect((await getCertificate(house.db, number)).endings.map((one) => one.fromOn)).toEqual([
    '2027-06-01',
    '2026-11-22',
  ])
})

test('only the association revokes', async () => {
  for (const who of [cast.ines, cast.marco, cast.ada, cast.pernille, cast.noor])
    await expect(revoke('fraud', who)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await getCertificate(house.db, number)).endings).toEqual([])
})

test('an unknown number cannot be revoked or withdrawn', async () => {
  number = '0'.repeat(27)
  await expect(revoke('fraud')).rejects.toMatchObject({ code: 'not-found' })
  await expect(withdraw(cast.ines)).rejects.toMatchObject({ code: 'not-found' })
})

test('Ines withdraws hers: her name goes, its hash stays, and twice is once', async () => {
  await expect(withdraw(cast.olga)).rejects.toMatchObject({ code: 'not-found' })
  await withdraw(cast.ines)
  await withdraw(cast.ines)
  const certificate = await getCertificate(house.db, number)
  expect(certificate.holderName).toBeNull()
  expect(stateOn(certificate, '2027-06-01')).toBe('withdrawn')
  expect(await events()).toEqual(['certificate.issued', 'certificate.withdrawn'])
  const row = await house.db.selectFrom('certificates').select('name_sha256').executeTakeFirstOrThrow()
  expect(row.name_sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('a revoked certificate that is withdrawn loses the name and stays revoked', async () => {
  await revoke('fraud')
  await withdraw(cast.ines)
  const certificate = await getCertificate(house.db, number)
  expect([certificate.holderName, stateOn(certificate, '2027-06-01')]).toEqual([null, 'revoked'])
})
