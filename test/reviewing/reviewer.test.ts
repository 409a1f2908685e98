import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openReader } from '#reader/open-reader.ts'
import { commentsOf } from '#reviewing/comment-store.ts'
import { endReview } from '#reviewing/end-review.ts'
import { requestsOf } from '#reviewing/store.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { askPernille, courseId, publishSample, writeDraft } from './sample-town.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let link: string
/** Starting to read takes longer than all of the reading. */
const reader = openReader()
afterAll(() => reader.close())
beforeEach(async () => {
  house = Object.assign(await openTestHouse(), { reader })
  cast = await settleCast(house)
  await publishSample(house)
  link = await askPernille(house, cast, 'Is <b>112</b> right?')
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const open = () => openBrowser(app).open(link)
const said = async () => (await commentsOf(house.db, courseId)).map(({ path, text }) => [path, text]).toReversed()
const boxes = (...texts: string[]) => ({ text: [...texts, '', '', '', ''].slice(0, 4) })

test('whoever has the link reads the module as learners do, with the key, in both languages, and nothing else', async () => {
  const page = await open()
  expect([page.status, page.heading]).toEqual([200, 'The door'])
  for (const text of [
    ...['Ada Lund asks you to look', 'Is <b>112</b> right?', 'You can open'],
    ...['Call the police.', 'Like this', '1. Who? Has to be right to pass', '112 Right', 'Fordi.'],
    ...[
      'First',
      '112 → First',
      '17.5 ± 0.5 years',
      'Leads to: Half',
      'It ends badly',
      'Sources: Loven and Almen viden',
    ],
  ])
    expect(page.text).toContain(text)
  expect(page.text).not.toMatch(/A friend Right|Ines|Havnen|Olga/)
  await page.click('Læs på dansk')
  expect([page.url, page.heading]).toEqual([`${link}?lang=da`, 'Døren'])
  expect(page.text).toContain('Ring til politiet.')
  const picture = page.page.querySelector('.prose img')?.getAttribute('src') ?? ''
  const answer = await app.inject(picture)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(answer.headers['content-security-policy']).toContain('sandbox')
  expect((await app.inject(picture.replace('kort.svg', 'andet.svg'))).statusCode).toBe(410)
})

test('the page keeps nothing with the reader and is for no search engine', async () => {
  const { headers, body } = await app.inject(link)
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(body).toContain('<meta name="robots" content="noindex">')
  expect(body).not.toContain('<script')
})

test('every box that is filled in is saved, whichever button is pressed, and stands below its text', async () => {
  const page = await open()
  await page.press('Save: Why', boxes('Say 114 here.', '', 'The fight\r\nis odd <script>alert(1)</script>'))
  expect(page.url).toBe(`${link}?lang=en`)
  expect(page.text).toContain('Say 114 here. Saved 22 November 2026 at 13:00')
  expect(page.html).toContain('is odd &lt;script&gt;alert(1)&lt;/script&gt;')
  await page.press('I have looked it through', boxes('And more.'))
  expect(page.text).toContain('Thank you. The trainers can see that you finished')
  expect(await said()).toEqual([
    ['doer/en/01-hvorfor.md', 'Say 114 here.'],
    ['doer/en/situation.md', 'The fight\nis odd <script>alert(1)</script>'],
    ['doer/en/01-hvorfor.md', 'And more.'],
  ])
})

test('the same form sent twice says nothing twice; what is too long is shown again', async () => {
  const page = await open()
  const before = page.html
  await page.press('Save: Why', boxes('Once.'))
  expect(page.html).not.toBe(before)
  await page.press('Save: Why', boxes('Once.'))
  expect(await said()).toHaveLength(1)
  await page.press('Save: Why', boxes('x'.repeat(4001), 'Not lost.'))
  expect([page.status, page.page.querySelectorAll('textarea').map((box) => box.textContent.trim().length)]).toEqual([
    422,
    [4001, 9, 0, 0],
  ])
  expect(page.text).toContain('The comment is too long')
})

test('a text that was changed while it was read is not signed: the page says what, and keeps name, role and comment', async () => {
  const page = await open()
  await writeDraft(house, cast.ada, 'doer/en/02-hvordan.md', '# How\n\nAnother text.\n')
  await writeDraft(house, cast.ada, 'doer/da/02-hvordan.md', '# Hvordan\n\nEn anden tekst.\n')
  await page.press('Sign', { ...boxes('Fine.'), name: ' Pernille  Skov ', role: 'Police' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('“How” was changed since you opened the page')
  expect(page.text).toContain('The Danish text was changed')
  expect(page.page.querySelector('[name=name]')?.getAttribute('value')).toBe('Pernille Skov')
  expect(page.page.querySelector('[name=role][checked]')?.getAttribute('value')).toBe('police')
  expect(await said()).toEqual([['doer/en/01-hvorfor.md', 'Fine.']])
  await page.press('Sign')
  expect(page.text).toContain('You have signed: Pernille Skov, police, 22 November 2026.')
})

test('signing wants a name and a role, and pressing another button does not lose a name', async () => {
  const page = await open()
  await page.press('Sign', boxes('Kept.'))
  expect(page.status).toBe(422)
  expect(page.text).toContain('Write your name Choose what you sign as')
  await page.press('I have looked it through', { name: 'Pernille', role: 'Lawyer' })
  expect([page.status, page.page.querySelector('[name=name]')?.getAttribute('value')]).toEqual([422, 'Pernille'])
  expect(page.text).toContain('you have not signed yet')
  expect(await said()).toEqual([['doer/en/01-hvorfor.md', 'Kept.']])
})

test('a text with faults is read and commented on, and not signed', async () => {
  await writeDraft(house, cast.ada, 'doer/en/quiz.md', '# Quiz\n\n### What?\n')
  const page = await open()
  expect(page.text).toContain('So you cannot sign yet')
  expect(page.has('button[value=sign]')).toBe(false)
  expect(page.text).toContain('Like this')
})

test('a link that is unknown, taken back or too old shows the same page', async () => {
  const unknown = await openBrowser(app).open('/reviews/nobody')
  expect([unknown.status, unknown.heading]).toEqual([410, 'The link does not work'])
  const [request] = await requestsOf(house.db, courseId)
  const other = await askPernille(house, cast)
  if (request) await house.as(cast.ada, (work) => endReview(work, request))
  const shown = await open()
  await shown.open(other)
  expect(shown.status).toBe(200)
  const old = openBrowser(app)
  house.at('2026-12-06T12:00:00Z')
  await old.open(other)
  const ended = await open()
  expect([ended.status, ended.text, old.status, old.text]).toEqual([410, unknown.text, 410, unknown.text])
  await shown.press('I have looked it through', boxes('Too late.'))
  expect([shown.status, await said()]).toEqual([410, []])
})

test('guessing links ends after sixty a minute from one address; the real one still opens', async () => {
  for (let n = 0; n < 60; n++) await app.inject(`/reviews/guess-${n}`)
  expect((await app.inject('/reviews/one-more')).statusCode).toBe(429)
  expect((await app.inject(link)).statusCode).toBe(200)
})
