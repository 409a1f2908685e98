import { afterEach, expect, test } from 'vitest'
import { clockwork } from '#policy.ts'
import { codeSetOf, codesLeft } from '#recovery/code-store.ts'
import { comeBack } from '#recovery/come-back.ts'
import { endOpenLinks } from '#recovery/end-open-links.ts'
import { endRecoveryOf } from '#recovery/end-recovery-of.ts'
import { eraseRecoveryOf } from '#recovery/erase-recovery.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { countLetter } from '#recovery/letter-limit.ts'
import { openLink } from '#recovery/open-link.ts'
import { useResetLink } from '#recovery/use-reset-link.ts'
import { endOtherSignIns, ownSignIns } from '#signin/own-sign-ins.ts'
import { tokenHashIn } from '#signin/sign-in.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { giveCodes, givePasswords, newPassword } from './settle.ts'

let house: TestHouse
afterEach(() => house.close())

test.each(['sqlite', 'postgres'] as const)('codes, links, letters and sign-ins are kept alike on %s', async (on) => {
  house = await openTestHouse({ on })
  const { ines } = await settleCast(house)
  await givePasswords(house, ines)
  const { db } = house

  expect(await codesLeft(db, ines)).toBeNull()
  const [code = ''] = await giveCodes(house, ines)
  const of = {
    login: 'ines@example.dk',
    code,
    address: '192.0.2.1',
    mark: '',
    password: newPassword,
    town: 'Holstebro',
  }
  expect((await comeBack(house, of)).kind).toBe('in')
  expect((await comeBack(house, of)).kind).toBe('wrong')
  expect(await codesLeft(db, ines)).toEqual({ left: 9, issuedAt: '2026-11-22T12:00:00.000Z' })

  const issue = () => house.as(clockwork, (work) => issueResetLink(work, ines))
  const [first, second] = [await issue(), await issue()]
  const state = (token: string) => openLink(db, token, house.clock())
  expect([await state(first), await state('x')]).toEqual(['spent', 'unknown'])
  expect(await state(second)).toMatchObject({ personId: ines, login: 'ines@example.dk' })
  const use = () => house.as(ines, (work) => useResetLink(work, { token: second, passwordHash: '$argon2id$other' }))
  await use()
  await expect(use()).rejects.toMatchObject({ code: 'gone' })

  const third = await issue()
  expect(await house.as(clockwork, endOpenLinks)).toBe(1)
  expect(await state(third)).toBe('spent')

  const ask = () => house.as(clockwork, (work) => countLetter(work, { login: 'ines@example.dk', address: '192.0.2.1' }))
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, true, true, false])

  const cookie = await cookieOf(house, ines)
  await cookieOf(house, ines)
  const tokenHash = tokenHashIn(house, cookie) as string
  const signIns = async () => ownSignIns(db, await house.actor(ines), { tokenHash, now: house.clock() })
  expect((await signIns()).map((one) => one.here).sort()).toEqual([false, true])
  await house.as(ines, (work) => endOtherSignIns(work, { personId: ines, tokenHash }))
  expect((await signIns()).map((one) => one.here)).toEqual([true])

  await house.as(ines, (work) => endRecoveryOf(work, ines))
  expect(await codeSetOf(db, ines)).toBeNull()
  await house.as(ines, (work) => eraseRecoveryOf(work, ines))
  for (const table of ['recovery_codes', 'reset_links'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
})
