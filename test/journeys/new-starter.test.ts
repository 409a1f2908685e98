import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { furtherCoursesFor } from '#demo/curriculum.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { openChromium, openPhone, type Phone } from '../support/chromium.ts'
import { shippedCourse } from '../support/courses.ts'
import { newDemoFolder } from '../support/demo-folder.ts'
import { finger, type Hand, keyboard } from '../support/hand.ts'
import { readModule, takeQuiz } from '../support/learner.ts'
import { passModules } from '../support/pass-course.ts'
import { cookieHeader, openSender } from '../support/sender.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { confirmAsManager, counted, oneMoreCovered, oneMoreWithin, posterAddress } from '../support/town.ts'

let folder: string
let server: RunningServer
let browser: Browser
let basic: CourseDocument
/** What a bartender needs besides the basic course. */
let further: readonly CourseDocument[]

beforeAll(async () => {
  folder = await newDemoFolder()
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  basic = await shippedCourse('grundkursus')
  further = await Promise.all(furtherCoursesFor('bar').map(({ courseId }) => shippedCourse(courseId)))
  await server.says(/\(DEMO\)/)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const ways = [
  { name: 'Mie Krog', language: 'da', javaScript: false, dark: true, by: 'finger' },
  { name: 'Tom Wood', language: 'en', javaScript: true, dark: true, by: 'finger' },
  { name: 'Kaja Ravn', language: 'da', javaScript: true, dark: false, by: 'keyboard' },
] as const

test.each(ways)(
  'from the poster to coverage: $name, language $language, JavaScript $javaScript, by $by',
  { timeout: 240_000 },
  async ({ name, language, javaScript, dark, by }) => {
    const phone = await openPhone(browser, { baseUrl: server.url, javaScript, dark })
    const { page } = phone
    const hand = by === 'keyboard' ? keyboard(page) : finger
    const learner = { page, language, hand }
    const [first, ...between] = basic.modules as [ModuleDocument, ...ModuleDocument[]]
    const last = between.pop() as ModuleDocument
    const before = await counted(server)

    await page.goto(await posterAddress(browser, server))
    if (language === 'en') await page.getByRole('button', { name: 'English' }).first().click()
    await joinByPoster(page, name, hand)
    await page.waitForURL('**/learning')
    expect(await coursesUnder(page, wordsIn(language).t('learning.required'))).toEqual(
      [basic, ...further].map((course) => course.title[language]).toSorted(),
    )
    await hand.press(page.locator('main .card a.button:not(.quiet)'))

    await readModule(learner, first)
    await takeQuiz(learner, first, 'wrong')
    expect(await page.locator('h1').textContent()).toMatch(/Ikke bestået endnu|Not passed yet/)
    await takeQuiz(learner, first, 'right')
    expect(await page.locator('h1').textContent()).toMatch(/^(Bestået|Passed)$/)

    const sender = openSender(server.url, cookieHeader(await phone.context.cookies()))
    await passModules({ sender, language }, basic, between)
    await page.goto('/learning')
    await hand.press(page.locator('main .card a.button:not(.quiet)'))
    await readModule(learner, last)
    await takeQuiz(learner, last, 'right')

    await hand.press(page.locator('main .actions a.button').first())
    await page.waitForURL('**/certificates/*')
    await checkCertificate(phone, name, language)

    await confirmAsManager(browser, server, name)
    const confirmed = await counted(server)
    expect(confirmed.venueToday).toEqual(oneMoreWithin(before.venueToday))
    expect(confirmed.townToday).toEqual(oneMoreWithin(before.townToday))

    for (const course of further) await passModules({ sender, language }, course)
    await page.goto('/learning')
    expect(await page.locator('main a[href^="/certificates/"]').count()).toBe(1 + further.length)
    const after = await counted(server)
    expect(after.venueToday).toEqual(oneMoreCovered(before.venueToday))
    expect(after.townToday).toEqual(oneMoreCovered(before.townToday))
    expect(after.venueYesterday).toEqual(before.venueYesterday)
    expect(after.townYesterday).toEqual(before.townYesterday)
    expect(phone.complaints).toEqual([])
    await phone.close()
  },
)

/** The titles of the courses listed under a heading of her first page, in alphabetical order. */
async function coursesUnder(page: Page, heading: string): Promise<string[]> {
  const list = page.locator('main h2', { hasText: heading }).locator('+ ul')
  return (await list.locator('h3').allInnerTexts()).toSorted()
}

async function joinByPoster(page: Page, name: string, hand: Hand): Promise<void> {
  await hand.write(page.locator('input[name=name]'), name)
  await hand.write(page.locator('input[name=login]'), `${name.split(' ')[0]?.toLowerCase()}@example.dk`)
  await page.locator('select[name=job]').selectOption('bar')
  await hand.write(page.locator('input[name=password]'), 'blå lampe vejer regn 7')
  await hand.press(page.locator('main form button').first())
}

/** The certificate, its PDF, and what a stranger sees who types the number carelessly. */
async function checkCertificate({ page, context }: Phone, name: string, language: Language): Promise<void> {
  expect(await page.locator('.certificate').textContent()).toContain(name)
  const pdf = await context.request.get(`${page.url()}.pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const number = page.url().split('/').at(-1) as string
  const stranger = await openPhone(browser, { baseUrl: server.url, javaScript: false })
  await stranger.page.goto(`/verify?lang=${language}`)
  await stranger.page
    .locator('input[name=number]')
    .fill(` ${number.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)
  await stranger.page.locator('main button').click()
  expect(await stranger.page.locator('.verdict').getAttribute('data-state')).toBe('valid')
  expect(await stranger.page.locator('main').textContent()).toContain(name)
  expect(await stranger.page.locator('main').textContent()).not.toContain('Havnen')
  expect(await stranger.context.cookies()).toEqual([])
  expect(stranger.complaints).toEqual([])
  await stranger.close()
}
