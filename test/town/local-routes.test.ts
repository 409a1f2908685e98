import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { clockwork } from '#policy.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { localCourse } from './local-course.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await house.as(clockwork, (work) => publishRevision(work, localCourse))
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const browserOf = async (personId: string) => openBrowser(app, { cookie: await cookieOf(house, personId) })
const fill = (who: string, venueId: string | null, da: string, en = '') =>
  house.as(who, (work) => fillLocalFacts(work, venueId, [{ key: 'politi-direkte', seen: null, da, en }]))
const open = async (url: string, who: string) => app.inject({ url, headers: { cookie: await cookieOf(house, who) } })
const lesson = '/learning/grundkursus/police/why'

test('Marco fills in what holds at Havnen, and Ines reads it in her lesson', async () => {
  expect((await open(lesson, cast.ines)).body).toContain('Call ask your manager, say Kajen 1.')
  const browser = await browserOf(cast.marco)
  await browser.open('/venues/havnen/local')
  expect(browser.text).toContain('1 of 2 is not filled in')
  expect(browser.text).toContain('While it is empty the text says: ask your manager')
  expect(browser.text).toContain('Used in Module police: Page why, Module police: At the door and Module police: quiz')
  await browser.press('Save', { 'en.politi-direkte': 'Poul <b>55 55</b>' })
  expect(browser.text).toContain('Filled in by Marco Rossi, 22 November 2026')
  const { body } = await open(lesson, cast.ines)
  expect(body).toContain('Call Poul &lt;b&gt;55 55&lt;/b&gt;, say Kajen 1.')
  expect((await open(lesson, cast.noor)).body).toContain('Call ask your manager, say Torvet 2.')
})

test('Olga fills in the town’s, and a venue’s page says that it stands', async () => {
  const browser = await browserOf(cast.olga)
  await browser.open('/settings')
  expect(browser.text).toContain('1 of 2 is not filled in')
  await browser.click('Change local facts')
  await browser.press('Save', { 'da.politi-direkte': 'tolv', 'en.politi-direkte': 'twelve' })
  await browser.open('/venues/havnen/local')
  expect(browser.text).toContain('Everything is filled in')
  expect(browser.text).toContain('The town’s text is used')
  expect(browser.text).toContain('While it is empty the text says: twelve')
})

test('more than 200 signs are refused, and everything typed is still there', async () => {
  const cookie = await cookieOf(house, cast.olga)
  const typed = { 'da.politi-direkte': 'x'.repeat(201), 'en.stedets-adresse': 'Corner' }
  const answer = await post(app, '/settings/local', typed, { cookie })
  expect(answer.statusCode).toBe(422)
  const page = parse(answer.body)
  expect(page.querySelector('#faults a')?.getAttribute('href')).toBe('#da-politi-direkte')
  expect(page.querySelector('#da-politi-direkte')?.getAttribute('value')).toBe('x'.repeat(201))
  expect(page.querySelector('#en-stedets-adresse')?.getAttribute('value')).toBe('Corner')
  expect((await post(app, '/settings/local', { 'da.politi-direkte': 'x'.repeat(200) }, { cookie })).statusCode).toBe(
    303,
  )
})

test('a fact nobody asks for is not kept', async () => {
  const cookie = await cookieOf(house, cast.olga)
  await post(app, '/settings/local', { 'da.password': 'x', 'da.politi-direkte': 'tolv' }, { cookie })
  const rows = await house.db.selectFrom('local_facts').select('key').execute()
  expect(rows).toEqual([{ key: 'politi-direkte' }])
})

test('question, situation and result say it too, in the reader’s language', async () => {
  await fill(cast.olga, null, 'tolv', 'twelve')
  const browser = await browserOf(cast.noor)
  for (const page of ['why', 'how']) {
    await browser.open(`/learning/grundkursus/police/${page}`)
    await browser.press('Read, go on')
  }
  await browser.open('/learning/grundkursus/police/situation/start')
  expect(browser.text).toContain('Number: twelve.')
  await browser.press('Talk calmly')
  await browser.open('/learning/grundkursus/police/attempts')
  const started = await post(
    app,
    '/learning/grundkursus/police/attempts',
    {},
    { cookie: await cookieOf(house, cast.noor) },
  )
  await browser.open(String(started.headers.location))
  expect(browser.text).toContain('Think of twelve.')
  const review = String(started.headers.location).replace(/questions.*/, 'submission')
  await post(app, review, { unanswered: '5' }, { cookie: await cookieOf(house, cast.noor) })
  await browser.open(review.replace('submission', 'result'))
  expect(browser.text).toContain('It is twelve.')
})

test('Ada, who trains, reads on the course page what the town has not filled in; nobody else does', async () => {
  const said = '<summary>The town has not filled in one fact in the text</summary>\n<ul><li>Police number</li>'
  expect((await open('/learning/grundkursus', cast.ada)).body).toContain(said)
  expect((await open('/learning/grundkursus', cast.ines)).body).not.toContain('Police number')
  await fill(cast.olga, null, 'tolv')
  expect((await open('/learning/grundkursus', cast.ada)).body).not.toContain('Police number')
})

test('whose it is not finds nothing', async () => {
  for (const name of ['ada', 'pernille', 'ines', 'noor'] as const) {
    expect((await open('/venues/havnen/local', cast[name])).statusCode).toBe(404)
    expect((await open('/settings/local', cast[name])).statusCode).toBe(404)
  }
  expect((await open('/venues/kilden/local', cast.marco)).statusCode).toBe(404)
  expect((await open('/venues/nowhere/local', cast.olga)).statusCode).toBe(404)
  const cookie = await cookieOf(house, cast.marco)
  expect((await post(app, '/venues/kilden/local', { 'da.politi-direkte': 'x' }, { cookie })).statusCode).toBe(404)
  expect((await post(app, '/settings/local', { 'da.politi-direkte': 'x' }, { cookie })).statusCode).toBe(404)
  expect(await house.db.selectFrom('local_facts').select('id').execute()).toEqual([])
})
