import { afterEach, beforeEach, expect, test } from 'vitest'
import { passwordAgainFault, passwordAgainField } from '#signin/fields.ts'
import { passwordIsRight } from '#signin/password-is-right.ts'
import { trySignIn } from '#signin/try-sign-in.ts'
import { wordsIn } from '#web/words.ts'
import { givePasswords, oldPassword } from '../recovery/settle.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await givePasswords(house, cast.olga)
})
afterEach(() => house.close())

const address = '192.0.2.1'
const ask = (password: string, personId = cast.olga) => passwordIsRight(house, { personId, password, address })

test('the right password is right, a wrong one is wrong, and nobody has none', async () => {
  expect(await ask(oldPassword)).toBe('right')
  expect(await ask('forkert adgangskode')).toBe('wrong')
  expect(await ask('')).toBe('wrong')
  expect(await ask(oldPassword, cast.marco)).toBe('wrong')
  expect(await ask(oldPassword, 'id_nobody')).toBe('wrong')
})

test('after five wrong ones it waits, twenty at once are no way around, and signing in goes on', async () => {
  const tried = await Promise.all(Array.from({ length: 20 }, () => ask('forkert adgangskode')))
  expect(tried.filter((one) => one === 'wrong')).toHaveLength(5)
  expect(await ask(oldPassword)).toEqual({ seconds: 32 })
  const signIn = { login: 'olga@example.dk', password: oldPassword, address: '198.51.100.1', mark: '' }
  expect((await trySignIn(house, signIn)).kind).toBe('in')
  house.at('2026-11-22T12:00:32Z')
  expect(await ask(oldPassword)).toBe('right')
})

test('failures to sign in do not make asking again wait', async () => {
  const stranger = { login: 'olga@example.dk', password: 'forkert adgangskode', address: '192.0.2.9', mark: '' }
  for (let n = 0; n < 6; n++) await trySignIn(house, stranger)
  expect(await ask(oldPassword)).toBe('right')
})

test('the demo says what the password is; a real town does not', async () => {
  for (const language of ['da', 'en'] as const) {
    const w = wordsIn(language)
    expect(passwordAgainField(w, { demo: true }).hint).toMatch(/: demo$/)
    expect(passwordAgainField(w, { demo: false }).hint).not.toContain('demo')
    expect(passwordAgainFault(w, 'wrong')).not.toBe(passwordAgainFault(w, { seconds: 61 }))
    expect(passwordAgainFault(w, { seconds: 61 })).toContain('2')
  }
})
