import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import type { Mailer } from '#house.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { givePasswords, newPassword, toldTo } from './settle.ts'

/** Letters are only queued here; sending them is mail's. */
const mailer: Mailer = { send: async () => {}, close: () => {} }

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ mailer })
  cast = await settleCast(house)
  await house.db.deleteFrom('letters').execute()
  await givePasswords(house, cast.ines)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const ask = (address: string, from = '192.0.2.1') => post(app, '/recovery/letter', { address }, { from })

/** Letters are written once the answer has gone out; a site that has closed has written them all. */
async function letters() {
  await app.close()
  const kept = await house.db.selectFrom('letters').select(['to_address', 'text', 'secret', 'kind']).execute()
  app = await buildApp(house)
  return kept
}

test('Ines asks for a letter, and its link lets her in for an hour', async () => {
  const browser = openBrowser(app)
  await browser.open('/recovery')
  await browser.press('Send me a link', { address: ' Ines@Example.dk ' })
  expect([browser.url, browser.text.includes('a letter is on its way')]).toEqual(['/recovery', true])
  const [letter, ...more] = await letters()
  expect([letter?.to_address, letter?.secret, letter?.kind, more.length]).toEqual(['ines@example.dk', 1, 'reset', 0])
  const link = /\/reset\/\w+/.exec(letter?.text ?? '')?.[0] ?? ''

  house.at('2026-11-22T12:59:59Z')
  expect((await app.inject(link)).statusCode).toBe(200)
  house.at('2026-11-22T13:00:00Z')
  expect((await app.inject(link)).statusCode).toBe(410)
})

test('without a mailer nobody is offered a letter, and none is sent', async () => {
  const quiet = await buildApp({ ...house, mailer: null })
  expect((await quiet.inject('/recovery')).body).not.toContain('name="address"')
  expect((await post(quiet, '/recovery/letter', { address: 'ines@example.dk' })).statusCode).toBe(404)
  await quiet.close()
  expect(await letters()).toEqual([])
})

test('a known and an unknown address are answered alike, through every limit', async () => {
  const answers = async (address: string, from: string) => {
    const said: string[] = []
    for (let n = 0; n < 5; n++) {
      const answer = await ask(address, from)
      const { 'retry-after': wait, location, 'set-cookie': flash } = answer.headers
      said.push(JSON.stringify([answer.statusCode, wait, location, flash, answer.body.replaceAll(address, 'ADDRESS')]))
    }
    return said
  }
  const known = await answers('ines@example.dk', '192.0.2.1')
  expect(known.map((one) => one.slice(1, 4))).toEqual(['303', '303', '303', '429', '429'])
  expect(await answers('nobody@example.dk', '192.0.2.2')).toEqual(known)
  expect(await letters()).toHaveLength(3)
})

test('an hour later one may ask again; a stranger elsewhere cannot make it sooner or later', async () => {
  for (let n = 0; n < 3; n++) await ask('ines@example.dk')
  expect((await ask('ines@example.dk', '198.51.100.7')).statusCode).toBe(429)
  house.at('2026-11-22T13:00:01Z')
  expect((await ask('ines@example.dk')).statusCode).toBe(303)
})

test('ten letters an hour can be asked for from one address, IPv6 by its /64, also after a restart', async () => {
  for (let n = 0; n < 10; n++) expect((await ask(`nobody${n}@example.dk`, `2001:db8::${n}`)).statusCode).toBe(303)
  await app.close()
  app = await buildApp(house)
  expect((await ask('ines@example.dk', '2001:db8::ffff')).statusCode).toBe(429)
  expect((await ask('ines@example.dk', '2001:db8:0:1::1')).statusCode).toBe(303)
})

test('asking for letters closes no link that somebody handed over, and leaves nothing to be read at the next visit', async () => {
  const handed = await house.as(clockwork, (work) => issueResetLink(work, cast.ines))
  const told = await toldTo(house, cast.ines)
  for (let n = 0; n < 3; n++) await ask('ines@example.dk')
  await letters()
  expect(await toldTo(house, cast.ines)).toEqual(told)
  expect((await post(app, `/reset/${handed}`, { password: newPassword })).statusCode).toBe(303)
})

test('once one link is used, the others in the mailbox no longer work', async () => {
  await ask('ines@example.dk')
  await ask('ines@example.dk')
  const links = (await letters()).flatMap((letter) => /\/reset\/\w+/.exec(letter.text ?? '')?.[0] ?? [])
  expect(links).toHaveLength(2)
  expect((await post(app, links[1] as string, { password: newPassword })).statusCode).toBe(303)
  expect((await app.inject(links[0] as string)).statusCode).toBe(410)
})

test('a mobile number and what is no address are asked for again, and count for nothing', async () => {
  for (const address of ['20304050', 'ines', '']) {
    const answer = await ask(address)
    expect([answer.statusCode, answer.body.includes('Write an e-mail like')]).toEqual([422, true])
  }
  expect(await house.db.selectFrom('sign_in_tries').selectAll().execute()).toEqual([])
})
