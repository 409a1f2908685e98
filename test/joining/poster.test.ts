import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { joinCodeOf } from '#joining/join-code.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { qrSvg } from '#web/qr.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse({ config: { baseUrl: 'https://natteliv.example.dk' } })
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

/** What a phone reads from our SVG: drawn four times as large and decoded. */
function scanned(svg: string): string {
  const drawing = parse(svg)
  const size = Number(drawing.querySelector('rect')?.getAttribute('width'))
  const scale = 4
  const side = size * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  const path = drawing.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return decodeQR({ width: side, height: side, data })
}

test('the poster names town and venue and leads a phone to the address it prints', async () => {
  const browser = openBrowser(app, { cookie: await cookieOf(house, cast.marco), language: 'da' })
  await browser.open('/venues/havnen/poster')
  const code = await getJoinCode(house.db, cast.havnen)
  expect(browser.heading).toBe('Havnen')
  for (const text of ['Holstebro', 'Arbejder du her?', 'Do you work here?']) expect(browser.text).toContain(text)
  expect(browser.text).toContain(`natteliv.example.dk/join/${code}`)
  expect(scanned(browser.page.querySelector('.poster svg')?.toString() ?? '')).toBe(
    `https://natteliv.example.dk/join/${code}`,
  )
})

test('a code has four light modules around it and says what it is', () => {
  const svg = qrSvg('https://x.dk/join/7k2m9p4r', 'QR "code" <x>')
  expect(svg).toContain('aria-label="QR &quot;code&quot; &lt;x>"')
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4)
    expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(size - 4)
  }
})

test('replacing the code takes a tick, and then the poster shows the new one', async () => {
  const before = await getJoinCode(house.db, cast.havnen)
  const browser = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
  await browser.open('/venues/havnen/poster')
  await browser.press('Replace the code')
  expect(browser.status).toBe(422)
  expect(await getJoinCode(house.db, cast.havnen)).toBe(before)
  await browser.press('Replace the code', { understood: 'Yes, the old posters stop working.' })
  expect(browser.url).toBe('/venues/havnen/poster')
  const after = await getJoinCode(house.db, cast.havnen)
  expect(after).not.toBe(before)
  expect(browser.text).toContain(after)
  expect(browser.text).not.toContain(before)
})

test.each(['ines', 'noor', 'ada', 'pernille'] as const)('to %s there is no poster', async (name) => {
  const cookie = await cookieOf(house, cast[name])
  const before = await getJoinCode(house.db, cast.havnen)
  expect((await app.inject({ url: '/venues/havnen/poster', headers: { cookie } })).statusCode).toBe(404)
  const answer = await app.inject({
    method: 'POST',
    url: '/venues/havnen/poster/code',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: 'understood=yes',
  })
  expect(answer.statusCode).toBe(404)
  expect(await getJoinCode(house.db, cast.havnen)).toBe(before)
})

test.each([
  ['7K2M9P4R', '7k2m9p4r'],
  ['7k2m-9p4r', '7k2m9p4r'],
  [' 7k2m 9p4r ', '7k2m9p4r'],
  ['OIL0io1l', '01101011'],
])('the code %j is read as %s', (typed, code) => {
  expect(joinCodeOf(typed)).toBe(code)
})
