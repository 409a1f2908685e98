import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { coursesFolder } from '#config.ts'
import { importCourses } from '#courses/import-courses.ts'
import { listPublished } from '#courses/store.ts'
import { settleCast } from '../support/cast.ts'
import { openChromium } from '../support/chromium.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance
let browser: Browser
let address: string

beforeAll(async () => {
  house = await openTestHouse()
  await settleCast(house)
  await importCourses(house, coursesFolder)
  app = await buildApp(house)
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await house.close()
})

test('every help card that is shipped fits on its piece of paper in both languages, and reads at 320 px', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } })
  const modules = (await listPublished(house.db)).flatMap(({ document }) =>
    document.modules.map((module) => `/cards/${document.id}/${module.id}`),
  )
  expect(modules.length).toBeGreaterThan(10)
  for (const url of modules) {
    await page.emulateMedia({ media: 'screen' })
    expect((await page.goto(address + url))?.status(), url).toBe(200)
    expect(await page.evaluate('document.documentElement.scrollWidth'), url).toBeLessThanOrEqual(320)
    await page.emulateMedia({ media: 'print' })
    const sides = await page
      .locator('.side')
      .evaluateAll((all) =>
        all.map((side) => ({ shown: side.clientHeight > 0, over: side.scrollHeight - side.clientHeight })),
      )
    expect([url, ...sides]).toEqual([url, { shown: true, over: 0 }, { shown: true, over: 0 }])
  }
}, 120_000)
