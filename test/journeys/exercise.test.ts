import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#base/clock.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { wordsIn } from '#web/words.ts'
import { buildApp } from '../../src/app.ts'
import { faultsOf } from '../support/axe.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openChromium, openPhone, type PhoneOptions } from '../support/chromium.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { finger, keyboard } from '../support/hand.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { readModule, takeQuiz } from '../support/learner.ts'
import { freePort } from '../support/server.ts'
import { cookieOf } from '../support/sign-in.ts'

const module = exerciseCourse.modules[0] as ModuleDocument
let browser: Browser
let house: TestHouse
let app: FastifyInstance
let cast: Cast
let baseUrl: string

beforeAll(async () => {
  const port = await freePort()
  baseUrl = `http://127.0.0.1:${port}`
  house = await openTestHouse({ now: systemClock().toISOString(), config: { port, baseUrl } })
  cast = await settleCast(house, exerciseCourse)
  app = await buildApp(house)
  await app.listen({ port, host: '127.0.0.1' })
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await house.close()
})

async function phoneOf(person: string, options: Partial<PhoneOptions> = {}) {
  const phone = await openPhone(browser, { baseUrl, ...options })
  const [name = '', value = ''] = (await cookieOf(house, person)).split(';')[0]?.split('=') ?? []
  await phone.context.addCookies([{ name, value, url: baseUrl }])
  return phone
}

const ways = [
  { who: 'ines', language: 'da', javaScript: false, dark: true, by: 'finger' },
  { who: 'noor', language: 'en', javaScript: true, dark: false, by: 'keyboard' },
] as const

test.each(ways)(
  '$who goes through pages, situation and exercise to the quiz: $language, JavaScript $javaScript, by $by',
  { timeout: 120_000 },
  async ({ who, language, javaScript, dark, by }) => {
    const { page, complaints, close } = await phoneOf(cast[who], { javaScript, dark })
    const learner = { page, language, hand: by === 'keyboard' ? keyboard(page) : finger }
    await page.goto('/learning/grundkursus/police/why')
    if (language === 'da') await page.locator('footer button[value=da]').click()
    await readModule(learner, module)
    await takeQuiz(learner, module, 'right')
    expect(await page.locator('h1').textContent()).toBe(wordsIn(language).t('learning.passedTitle'))
    expect(complaints).toEqual([])
    await close()
  },
)

test('axe finds nothing on any page of the exercise, and the day stays in sight', { timeout: 120_000 }, async () => {
  const { page, close } = await phoneOf(cast.olga)
  const look = async () => expect([page.url(), await faultsOf(page)]).toEqual([page.url(), []])
  const { t } = wordsIn('en')
  await page.goto('/learning/grundkursus/police/exercise')
  await look()
  await page.getByRole('button', { name: t('exercises.start') }).click()
  await page.waitForURL(/exercise\/[^/]+$/)
  await look()

  await page.setViewportSize({ width: 360, height: 740 })
  const last = page.locator('article.guest').last().locator('label.answer')
  await last.first().focus()
  await last.first().scrollIntoViewIfNeeded()
  expect((await page.locator('.round-day').boundingBox())?.y).toBe(0)
  await last.first().click()
  await press(page, t('exercises.check'))
  expect(await page.locator('#faults li').count()).toBe(7)
  await look()

  for (const guest of await page.locator('article.guest').all())
    await guest.getByLabel(t('exercises.no'), { exact: true }).check()
  await press(page, t('exercises.check'))
  expect(await page.locator('h1').textContent()).toBe(t('exercises.failedTitle'))
  await look()
  await close()
})

const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])
