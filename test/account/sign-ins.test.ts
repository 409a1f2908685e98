import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { findSignIn, startSignIn } from '#signin/sign-in.ts'
import { sha256 } from '#signin/token.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36'

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

async function signInOn(personId: string, userAgent?: string): Promise<string> {
  const lines: string[] = []
  await startSignIn(house, { header: (_name, value) => lines.push(value) }, personId, userAgent)
  return (lines[0] as string).split(';')[0] as string
}

test('Ines sees her devices in words, this one first, and when each was used', async () => {
  const phone = await signInOn(cast.ines, iPhone)
  house.at('2026-11-24T17:30:00Z')
  await signInOn(cast.ines, windows)
  await signInOn(cast.ines)
  await signInOn(cast.noor, windows)
  const browser = openBrowser(app, { cookie: phone })
  await browser.open('/account/sign-ins')
  const cards = browser.page.querySelectorAll('main li').map((card) => card.structuredText)
  expect(cards).toHaveLength(3)
  expect(cards[0]).toMatch(/iPhone, Safari[\s\S]*The one you are using/)
  expect(cards[0]).toContain('Signed in 22 November 2026')
  expect(cards[0]).toContain('Last used around 24 November 2026 at 18:30')
  expect(cards.slice(1).join()).toContain('Windows, Chrome')
  expect(cards.slice(1).join()).toContain('A device we do not know')
})

test('of a browser only the kind is kept', async () => {
  await signInOn(cast.ines, iPhone)
  const rows = await house.db.selectFrom('sign_ins').selectAll().execute()
  expect(rows.map((row) => row.device)).toEqual(['iPhone, Safari'])
  expect(JSON.stringify(rows)).not.toMatch(/Mozilla|26_1/)
})

test('she ends one, and only that one; then all others', async () => {
  const [phone, laptop, tablet] = [
    await signInOn(cast.ines, iPhone),
    await signInOn(cast.ines, windows),
    await signInOn(cast.ines),
  ]
  const noor = await signInOn(cast.noor)
  const browser = openBrowser(app, { cookie: phone })
  await browser.open('/account/sign-ins')
  await browser.press('Sign out Windows, Chrome')
  expect([await findSignIn(house, laptop), (await findSignIn(house, tablet)) !== null]).toEqual([null, true])
  await browser.press('Sign out everywhere else')
  expect(await findSignIn(house, tablet)).toBeNull()
  expect(await findSignIn(house, phone)).not.toBeNull()
  expect(await findSignIn(house, noor)).not.toBeNull()
  expect(browser.text).not.toContain('Sign out everywhere else')
})

test('the page names no sign-in by what the database or the cookie knows it by', async () => {
  const phone = await signInOn(cast.ines, iPhone)
  const laptop = await signInOn(cast.ines, windows)
  const page = await app.inject({ url: '/account/sign-ins', headers: { cookie: phone } })
  for (const token of [phone, laptop].map((cookie) => cookie.split('=')[1] as string)) {
    expect(page.body).not.toContain(token)
    expect(page.body).not.toContain(sha256(token).slice(0, 16))
  }
})

test("somebody else's sign-in is not found, and not ended", async () => {
  const [ines, marco, inesToo] = [
    await signInOn(cast.ines),
    await signInOn(cast.marco),
    await signInOn(cast.ines, windows),
  ]
  const page = await app.inject({ url: '/account/sign-ins', headers: { cookie: ines } })
  const id = /name="id" value="([0-9a-f]{16})"/.exec(page.body)?.[1] as string
  for (const fields of [{ id }, { id: 'x' }, {}])
    expect(
      (await post(app, '/account/sign-ins/end', fields as Record<string, string>, { cookie: marco })).statusCode,
    ).toBe(404)
  expect(await findSignIn(house, inesToo)).not.toBeNull()
})

test('sign-ins that have run out are not shown', async () => {
  await signInOn(cast.ines, windows)
  house.at('2026-12-10T12:00:00Z')
  const phone = await signInOn(cast.ines, iPhone)
  const page = await app.inject({ url: '/account/sign-ins', headers: { cookie: phone } })
  expect(page.body).not.toContain('Windows')
})
