import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { tidyDrafts } from '#drafts/tidy-drafts.ts'
import { openReader } from '#reader/open-reader.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { publishSample, writeDraft } from './sample-town.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
/** Starting to read takes longer than all of the reading. */
const reader = openReader()
afterAll(() => reader.close())
beforeEach(async () => {
  house = Object.assign(await openTestHouse(), { reader })
  cast = await settleCast(house)
  await publishSample(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const address = '/authoring/prove/reviews'
const openAs = async (who: string) => openBrowser(app, { cookie: await cookieOf(house, who) }).open(address)
const ask = async (toName = 'Pernille') => {
  const ada = await openAs(cast.ada)
  await ada.press('Make the link', { module: 'The door', toName, message: 'Please' })
  return { ada, link: /http:\/\/localhost:3000(\/reviews\/[0-9a-z]+)/.exec(ada.text)?.[1] ?? '' }
}

test('Ada makes a link: shown once, ready to send, and only its hash is kept', async () => {
  const { ada, link } = await ask('Pernille & <Co>')
  expect(link).toMatch(/^\/reviews\/[0-9a-hjkmnp-tv-z]{52}$/)
  const token = link.slice('/reviews/'.length)
  const [mail] = ada.page.querySelectorAll('a[href^="mailto:"]').map((one) => one.getAttribute('href') ?? '')
  expect(decodeURIComponent(mail ?? '')).toContain('Hello Pernille & <Co>. Would you look at our module “The door”?')
  expect(JSON.stringify(await house.db.selectFrom('review_requests').selectAll().execute())).not.toContain(token)
  expect(JSON.stringify(await house.db.selectFrom('audit_events').selectAll().execute())).not.toMatch(/Pernille &/)
  await ada.open(address)
  expect(ada.html).not.toContain(token)
  expect(ada.text).toContain('Pernille & <Co> Waiting The door · Ada Lund asked 22 November 2026')
})

test('a comment stands with its text, says when that was changed and how, and is settled', async () => {
  const { ada, link } = await ask()
  const pernille = await openBrowser(app).open(link)
  await pernille.press('Save: How', { text: ['', 'Say it shorter.', '', ''] })
  await ada.open(address)
  expect(ada.text).toContain('Looking')
  expect(ada.text).toContain('The door Page: How (English) Edit the text: Page: How (English) Say it shorter.')
  expect(ada.has('a[href="/authoring/prove/edit/doer/en/02-hvordan.md"]')).toBe(true)
  expect(ada.text).not.toContain('changed since')

  await writeDraft(house, cast.ada, 'doer/en/02-hvordan.md', '# How\n\nShorter.\n')
  await ada.open(address)
  await ada.click('The text was changed since')
  expect(ada.text).toMatch(/Say it shorter\..*taken out: .*Like this.*put in: Shorter\./)
  await ada.open(address)
  await ada.press('Settled Pernille')
  expect(ada.text).toContain('The comment is settled.')
  expect(ada.page.querySelectorAll('#comments button')).toEqual([])
  await pernille.open(link)
  expect(pernille.text).toContain('A trainer has looked at it.')
})

test('Ada takes a link back, and it opens nothing', async () => {
  const { ada, link } = await ask()
  await ada.open(address)
  await ada.press('Take the link back Pernille')
  expect(ada.text).toContain('Pernille Taken back')
  expect((await app.inject(link)).statusCode).toBe(410)
})

test('what Ada leaves out is asked for again, with what she typed', async () => {
  const ada = await openAs(cast.ada)
  await ada.press('Make the link', { toName: ' \u202e ', message: 'Hello' })
  expect([ada.status, ada.page.querySelector('textarea')?.textContent.trim()]).toEqual([422, 'Hello'])
  expect(ada.text).toContain('Write a name of 100 characters at most')
})

test('a text spoken of stays as long as the comment waits, however often it is saved anew', async () => {
  const { ada, link } = await ask()
  await writeDraft(house, cast.ada, 'doer/en/02-hvordan.md', '# How\n\nSecond.\n')
  const pernille = await openBrowser(app).open(link)
  await pernille.press('Save: How', { text: ['', 'Still long.', '', ''] })
  await writeDraft(house, cast.ada, 'doer/en/02-hvordan.md', '# How\n\nThird.\n')
  await house.as(cast.ada, tidyDrafts)
  await ada.open(address)
  await ada.click('The text was changed since')
  expect(ada.text).toMatch(/taken out: Second.*put in: Third/)
})

test('everybody but trainers finds nothing there', async () => {
  for (const who of [cast.ines, cast.marco, cast.olga, cast.pernille]) expect((await openAs(who)).status).toBe(404)
})
