import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { addressOf, hasSomething } from '../support/matrix.ts'
import { passIt, publish, receiveZip, shipUpdates, writeWhatIsNotAllowed } from './writing/afterwards.ts'
import { openReader } from './writing/crawl.ts'
import { course, type Desk, editUrl, module, openDesk } from './writing/desk.ts'
import { writeWhatIsAllowed } from './writing/published.ts'
import { writeQuestions } from './writing/questions.ts'
import { sendEveryForm } from './writing/refused.ts'
import { writeReviews } from './writing/reviews.ts'

/** Everything a trainer, a reviewer and another town can write into a course, on every page that shows it. */

let desk: Desk
let bankLook: string
let reviews: string[]
let number: string
let received: string
const seen = new Set<number>()

beforeAll(async () => {
  desk = await openDesk()
  await writeWhatIsAllowed(desk)
  bankLook = await writeQuestions(desk)
  reviews = await writeReviews(desk)
  await publish(desk)
  number = await passIt(desk)
  received = await receiveZip(desk)
  await shipUpdates(desk)
}, 120_000)
afterAll(async () => {
  await desk.app.close()
  await desk.house.close()
})

const readerOf = async (who: string, language: 'da' | 'en' = 'da') =>
  openReader(desk, { cookie: who === 'nobody' ? '' : await desk.cookieOf(who), language, seen })

test('published, it is text and nothing else, for learners, for strangers and for whoever looks at a link', async () => {
  const ines = await readerOf('ines')
  const pages = await ines.crawl(
    ['/learning/prove', '/learning', `/certificates/${number}`],
    /^\/(learning|certificates)/,
  )
  expect(pages.length).toBeGreaterThan(10)
  const nobody = await readerOf('nobody')
  await nobody.crawl(
    [`/verify/${number}`, `/v/${number}`, '/cards', '/cards/prove/doer', ...reviews],
    /^\/(verify|cards|reviews)/,
  )
  nobody.look(bankLook, 'the questions of a bank')
  expect(() => nobody.look('<a href=" javascript:__hit=1">x</a>', 'proof')).toThrow()
}, 60_000)

test('in drafts that no rule allows it is text as well, on every page where trainers write', async () => {
  await writeWhatIsNotAllowed(desk)
  const ada = await readerOf('ada')
  const pages = await ada.crawl(
    [
      '/authoring',
      course,
      received,
      `${course}/updates`,
      `${course}/revisions/2/changes?from=1`,
      `${course}/versions/doer/da/01-hvorfor.md`,
    ],
    /^\/authoring($|\/prove|\/import)/,
  )
  expect(pages.length).toBeGreaterThan(40)
  for (const link of reviews) await ada.open(link)
}, 120_000)

test('so it is in English, on every address there is', async () => {
  for (const who of ['ada', 'ines', 'olga']) {
    const reader = await readerOf(who, 'en')
    for (const route of await desk.app.wholePlan())
      if (route.method === 'GET' && hasSomething(route) && !route.path.startsWith('/static'))
        await reader.open(addressOf(route, { ...desk.town.values, course: 'prove', module: 'doer', number }))
  }
}, 120_000)

test('what is typed and refused comes back as text', async () => {
  const cookie = await desk.cookieOf('ada')
  const urls = [
    ...['/authoring/new', `${course}/settings`, `${course}/modules/new`, module, `${module}/settings`],
    ...[`${module}/questions/new?kind=one`, `${module}/questions/new?kind=number`, `${course}/publication`],
    ...[
      `${course}/revisions/1`,
      `${course}/reviews`,
      `${course}/updates/merging?path=doer/da/01-hvorfor.md`,
      ...reviews,
    ],
  ]
  expect(await sendEveryForm(desk, await readerOf('ada'), { cookie, urls })).toBeGreaterThan(8)
}, 60_000)

test('a real browser runs nothing of it without the content security policy', async () => {
  const browser = await openChromium()
  const context = await browser.newContext({
    baseURL: desk.baseUrl,
    bypassCSP: true,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const hit = () => page.evaluate<number | undefined>('window.__hit')
  await page.setContent(desk.mark('proof that it would run'))
  await expect.poll(hit).toBe(desk.written.size)
  desk.written.delete(desk.written.size)

  const [name, value] = (await desk.cookieOf('ada')).split('=') as [string, string]
  await context.addCookies([{ name, value, url: desk.baseUrl }])
  const stops = [
    ...[course, module, `${module}/questions`, `${course}/publication`, `${course}/faults`, `${course}/settings`],
    ...[
      `${course}/versions/doer/da/01-hvorfor.md`,
      `${course}/revisions/2/changes?from=1`,
      `${course}/reviews`,
      received,
    ],
    ...[editUrl('doer/da/quiz.md'), editUrl('doer/da/situation.md'), `/verify/${number}`, ...reviews],
  ]
  for (const stop of stops) {
    await page.goto(stop, { waitUntil: 'networkidle' })
    expect([stop, await hit()]).toEqual([stop, undefined])
  }
  await page.goto(editUrl('doer/da/01-hvorfor.md'))
  const looked = page.waitForResponse((response) => response.url().includes('/preview/'))
  await page.locator('#text').pressSequentially(' x')
  await looked
  await page.waitForLoadState('networkidle')
  expect(await hit()).toBeUndefined()
  await browser.close()
}, 120_000)

test('everything that was written was seen somewhere, so that the tests above mean something', () => {
  expect(desk.written.size).toBeGreaterThan(100)
  expect([...desk.written].filter(([n]) => !seen.has(n)).map(([, where]) => where)).toEqual([])
})
