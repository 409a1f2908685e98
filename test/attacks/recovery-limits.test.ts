import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { movableClock } from '#base/clock.ts'
import { inWork } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { hashPassword } from '#signin/password.ts'
import { findSignIn } from '#signin/sign-in.ts'
import { openHouse } from '../../src/open-house.ts'
import { giveCodes, givePasswords, newPassword, oldPassword } from '../recovery/settle.ts'
import { cookiesOf, post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  await givePasswords(house, cast.ines)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const wrongCode = '00000-00000'
const code = (login: string, typed: string, sent: { from?: string; cookie?: string } = {}) =>
  post(app, '/recovery', { login, code: typed, password: newPassword }, sent)

test('a wrong code, a used one, an unknown login and one without codes are answered alike, through every limit', async () => {
  const [used = ''] = await giveCodes(house, cast.ines)
  await code('ines@example.dk', used)
  await givePasswords(house, cast.noor)
  const answers = async (login: string, typed: string, from: string) => {
    const said: string[] = []
    for (let n = 0; n < 7; n++) {
      const answer = await code(login, typed, { from })
      const body = answer.body.replaceAll(login, 'LOGIN').replaceAll(typed, 'CODE')
      said.push(`${answer.statusCode} ${answer.headers['retry-after']} ${body}`)
    }
    return said
  }
  const unknown = await answers('nobody@example.dk', wrongCode, '192.0.2.1')
  expect(unknown.map((one) => one.slice(0, 3))).toEqual(['422', '422', '422', '422', '422', '429', '429'])
  expect(await answers('ines@example.dk', used, '192.0.2.2')).toEqual(unknown)
  expect(await answers('noor@example.dk', wrongCode, '192.0.2.3')).toEqual(unknown)
})

/** The middle of how long forty tries took, each somewhat later than the last so that no limit is met. */
async function medianOf(ask: (n: number) => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < 40; n++) {
    house.at(new Date(Date.parse(house.clock().toISOString()) + 3600_000).toISOString())
    const begin = performance.now()
    await ask(n)
    took.push(performance.now() - begin)
  }
  return took.sort((a, b) => a - b)[20] as number
}

test('nor does the time tell: forty wrong codes and forty letters take about as long for known logins and unknown', async () => {
  await giveCodes(house, cast.ines)
  const from = (n: number) => ({ from: `192.0.${2 + (n % 2)}.${n}` })
  const knownCodes = await medianOf((n) => code('ines@example.dk', wrongCode, from(n)))
  const unknownCodes = await medianOf((n) => code('nobody@example.dk', wrongCode, from(n)))
  const letter = (address: string, n: number) => post(app, '/recovery/letter', { address }, from(n))
  const knownLetters = await medianOf((n) => letter('ines@example.dk', n))
  const unknownLetters = await medianOf((n) => letter('nobody@example.dk', n))
  for (const [known, unknown] of [
    [knownCodes, unknownCodes],
    [knownLetters, unknownLetters],
  ] as const) {
    expect(known / unknown).toBeGreaterThan(1 / 3)
    expect(known / unknown).toBeLessThan(3)
  }
}, 60_000)

test('a stranger who guesses codes locks out neither the password nor a device that has signed in before, nor a new one elsewhere', async () => {
  const [mine = '', another = ''] = await giveCodes(house, cast.ines)
  const signedIn = await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })
  const device = cookiesOf({ cookies: signedIn.cookies.filter(({ name }) => name === 'device') })
  for (let n = 0; n < 6; n++) await code('ines@example.dk', wrongCode, { from: '192.0.2.9' })
  expect((await code('ines@example.dk', mine, { from: '192.0.2.9' })).statusCode).toBe(429)
  expect((await post(app, '/sign-in', { login: 'ines@example.dk', password: oldPassword })).statusCode).toBe(303)
  expect((await code('ines@example.dk', mine, { from: '192.0.2.9', cookie: device })).statusCode).toBe(303)
  expect((await code('ines@example.dk', another, { from: '198.51.100.1' })).statusCode).toBe(303)
})

test('thirty wrong codes in a minute from one address slow it down, and no other', async () => {
  const [mine = ''] = await giveCodes(house, cast.ines)
  for (let n = 0; n < 30; n++) await code(`nobody${n}@example.dk`, wrongCode)
  expect((await code('ines@example.dk', mine)).statusCode).toBe(429)
  expect((await code('ines@example.dk', mine, { from: '198.51.100.1' })).statusCode).toBe(303)
})

test('a cookie planted before is never the one that gets in: not by a code, a link or a new password', async () => {
  const planted = `session=${'b'.repeat(40)}`
  const token = await house.as(clockwork, (work) => issueResetLink(work, cast.ines))
  const byLink = await post(app, `/reset/${token}`, { password: newPassword }, { cookie: planted })
  const [mine = ''] = await giveCodes(house, cast.ines)
  const byCode = await code('ines@example.dk', mine, { cookie: planted })
  const within = cookiesOf(byCode)
  const changed = { current: newPassword, password: oldPassword }
  const byPassword = await post(app, '/account/password', changed, { cookie: within })
  const tokens = [byLink, byCode, byPassword].map((answer) => /session=\w+/.exec(cookiesOf(answer))?.[0] as string)
  expect(new Set([planted, ...tokens]).size).toBe(4)
  expect(await findSignIn(house, planted)).toBeNull()
  expect(await findSignIn(house, tokens[1] as string)).toBeNull()
  expect(await findSignIn(house, tokens[2] as string)).not.toBeNull()
})

test('limits outlive a restart: a new house on the same file counts on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'recovery-limits-'))
  const clock = movableClock('2026-11-22T12:00:00Z')
  const open = async () => {
    const real = await openHouse({ ...house.config, dataDir, smtpUrl: 'smtp://127.0.0.1:1' }, clock)
    return { real, site: await buildApp(real) }
  }
  const first = await open()
  const passwordHash = await hashPassword(oldPassword)
  await inWork(first.real, clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    await addPerson(work, { name: 'Ines Sørensen', login: 'ines@example.dk', passwordHash, language: 'en' })
  })
  const guess = (site: FastifyInstance) =>
    post(site, '/recovery', { login: 'ines@example.dk', code: wrongCode, password: newPassword })
  const ask = (site: FastifyInstance) => post(site, '/recovery/letter', { address: 'ines@example.dk' })
  for (let n = 0; n < 5; n++) expect((await guess(first.site)).statusCode).toBe(422)
  for (let n = 0; n < 3; n++) expect((await ask(first.site)).statusCode).toBe(303)
  await first.site.close()
  await first.real.close()

  const second = await open()
  expect((await guess(second.site)).statusCode).toBe(429)
  expect((await ask(second.site)).statusCode).toBe(429)
  await second.site.close()
  await second.real.close()
  rmSync(dataDir, { recursive: true })
})
