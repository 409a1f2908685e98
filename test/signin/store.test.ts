import { afterEach, expect, test } from 'vitest'
import { findSetupLink, saveSetupLink, spendSetupLink } from '#signin/setup-link-store.ts'
import { endAllSignIns, findSignIn } from '#signin/sign-in.ts'
import { failuresFrom } from '#signin/store.ts'
import { addressKey } from '#signin/tries.ts'
import { trySignIn } from '#signin/try-sign-in.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
afterEach(() => house.close())

test.each(['sqlite', 'postgres'] as const)('sign-ins, failures and set-up links are kept alike on %s', async (on) => {
  house = await openTestHouse({ on })
  const cast = await settleCast(house)

  const cookie = await cookieOf(house, cast.marco)
  house.at('2026-11-22T14:00:00Z')
  expect(await findSignIn(house, cookie)).toEqual({
    person: { id: cast.marco, name: 'Marco Rossi', language: 'en' },
    actor: { personId: cast.marco, roles: ['manager'], manages: [cast.havnen] },
  })
  expect((await findSignIn(house, await cookieOf(house, cast.ines)))?.actor.roles).toEqual([])
  await house.as(cast.marco, (work) => endAllSignIns(work, cast.marco))
  expect(await findSignIn(house, cookie)).toBeNull()

  const of = { login: 'nobody@example.dk', password: 'forkert adgangskode', address: '192.0.2.1', mark: '' }
  const outcomes: string[] = []
  for (let n = 0; n < 6; n++) outcomes.push((await trySignIn(house, of)).kind)
  expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait'])
  expect(await failuresFrom(house.db, addressKey('192.0.2.1'), '2026-11-22T13:59:59.000Z')).toBe(5)
  expect(await failuresFrom(house.db, addressKey('192.0.2.1'), '2026-11-22T14:00:00.000Z')).toBe(0)

  const [at, expiresAt] = ['2026-11-22T14:01:00.000Z', '2026-11-22T14:15:00.000Z']
  for (const tokenHash of ['first', 'second']) await saveSetupLink(house.db, { tokenHash, issuedAt: at, expiresAt })
  expect(await spendSetupLink(house.db, 'first', at)).toBe(false)
  expect(await spendSetupLink(house.db, 'second', expiresAt)).toBe(false)
  expect(await spendSetupLink(house.db, 'second', at)).toBe(true)
  expect(await spendSetupLink(house.db, 'second', at)).toBe(false)
  expect((await findSetupLink(house.db, 'second'))?.usedAt).toBe(at)
})
