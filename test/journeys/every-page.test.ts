import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coursesFolder } from '#config.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { readCourses } from '#courses/read-courses.ts'
import { type Language, languages } from '#web/language.ts'
import { enterAs, faultsOf } from '../support/axe.ts'
import { openChromium, openPhone, type Phone } from '../support/chromium.ts'
import { newDemoFolder } from '../support/demo-folder.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'

const { courses } = await readCourses(coursesFolder)

let folder: string
let server: RunningServer
let browser: Browser
/** The trainer's, on which every page is opened, one after the other; and one on which nobody is signed in. */
let phone: Phone
let stranger: Phone

beforeAll(async () => {
  folder = await newDemoFolder()
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  await server.says(/\(DEMO\)/)
  phone = await openPhone(browser, { baseUrl: server.url, width: 320 })
  stranger = await openPhone(browser, { baseUrl: server.url, width: 320, dark: false })
  await enterAs(phone.page, 'ada')
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

interface Stop {
  address: string
  /** What its heading says. */
  title: string
  /** How many there are in its text. */
  pictures: number
}

const picturesIn = (...html: readonly string[]) => html.join('').split('<img').length - 1

/** What a course is made of, for whoever is signed in, and the cards, for everybody. */
function stopsOf(course: CourseDocument, language: Language): { own: Stop[]; open: Stop[] } {
  const own = course.modules.flatMap(({ id, pages, situation }) => [
    ...pages.map(({ id: page, title, html }) => ({
      address: `/learning/${course.id}/${id}/${page}`,
      title: title[language],
      pictures: picturesIn(html[language]),
    })),
    ...(situation?.steps.slice(0, 1) ?? []).map(({ title, html }) => ({
      address: `/learning/${course.id}/${id}/situation`,
      title: title[language],
      pictures: picturesIn(situation?.introHtml[language] ?? '', html[language]),
    })),
  ])
  const open = course.modules.flatMap(({ id, card }) => {
    const address = `/cards/${course.id}/${id}?lang=${language}`
    return card ? [{ address, title: card.title[language], pictures: picturesIn(card.html.da, card.html.en) }] : []
  })
  return { own: [{ address: `/learning/${course.id}`, title: course.title[language], pictures: 0 }, ...own], open }
}

/** Run in the page: what can be seen there. Pictures further down are fetched as well. */
const look = `(async () => {
  const pictures = [...document.querySelectorAll('main img')]
  for (const picture of pictures) picture.loading = 'eager'
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
  return {
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((h1) => h1.textContent.trim()),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    unfilled: document.documentElement.outerHTML.includes('{{'),
    pictures: pictures.filter(({ naturalWidth, alt }) => naturalWidth > 0 && alt.trim() !== '').length,
  }
})()`

/** Opens a page and gives what is seen there beside what should be. */
async function lookAt({ page, complaints }: Phone, { address, title, pictures }: Stop, language: Language) {
  const answer = await page.goto(address)
  const seen = await page.evaluate<object>(look)
  const good = { language, headings: [title], sideways: 0, unfilled: false, pictures }
  return {
    seen: { address, status: answer?.status(), complaints: complaints.splice(0), ...seen },
    good: { address, status: 200, complaints: [], ...good },
  }
}

async function read(page: Page, language: Language): Promise<void> {
  await page.goto('/learning')
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await page.locator(`footer button[value=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

const ways = languages.flatMap((language) => courses.map((course) => ({ id: course.id, language, course })))

test.each(ways)('every page, situation and card of $id is whole at 320 px: $language', async ({ course, language }) => {
  await read(phone.page, language)
  const { own, open } = stopsOf(course, language)
  expect(open).toHaveLength(course.modules.length)
  const looks: Awaited<ReturnType<typeof lookAt>>[] = []
  for (const stop of own) looks.push(await lookAt(phone, stop, language))
  for (const stop of open) looks.push(await lookAt(stranger, stop, language))
  expect(looks.map(({ seen }) => seen)).toEqual(looks.map(({ good }) => good))
  expect(await stranger.context.cookies()).toEqual([])
})

const withPicture = ({ pages }: ModuleDocument) => pages.find(({ html }) => picturesIn(html.da) > 0)

/** The page of a course that has most on it: the first with a picture, else its first. */
function richestOf(course: CourseDocument): string {
  const module = course.modules.find(withPicture) ?? (course.modules[0] as ModuleDocument)
  return `/learning/${course.id}/${module.id}/${(withPicture(module) ?? module.pages[0])?.id}`
}

test('axe finds nothing on a page of each course, a round of an exercise and a help card, at 320 px dark and 1280 px light', {
  timeout: 120_000,
}, async () => {
  const { page } = phone
  const wrong: string[] = []
  const check = async (shown: Page) => {
    for (const fault of await faultsOf(shown)) wrong.push(`${shown.url()}: ${fault}`)
  }
  for (const course of courses) {
    await page.goto(richestOf(course))
    await check(page)
  }
  const [exercise] = courses.flatMap(({ id, modules }) =>
    modules.filter((module) => module.exercise !== null).map((module) => `/learning/${id}/${module.id}/exercise`),
  )
  await page.goto(exercise as string)
  await page.locator('main form button').click()
  await page.waitForURL(/exercise\/[^/]+$/)
  await check(page)
  const [course] = courses
  await stranger.page.goto(`/cards/${course?.id}/${course?.modules[0]?.id}`)
  await check(stranger.page)
  expect([wrong, phone.complaints, stranger.complaints]).toEqual([[], [], []])
})
