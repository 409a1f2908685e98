import { afterEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openBrowser } from '../support/browser.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
afterEach(() => house.close())

test.each([
  ['2026-11-23T01:30:00Z', true],
  ['2026-11-23T04:59:00Z', true],
  ['2026-11-23T05:00:00Z', false],
  ['2026-11-22T22:59:00Z', false],
])('at %s the way to the shift that began yesterday is shown: %s', async (now, shown) => {
  house = await openTestHouse({ now })
  const cast = await settleCast(house)
  const app = await buildApp(house)
  const marco = openBrowser(app, { cookie: await cookieOf(house, cast.marco) })
  await marco.open('/venues/havnen')
  expect(marco.has('a[href="/venues/havnen?on=2026-11-22"]')).toBe(shown)
  await app.close()
})
