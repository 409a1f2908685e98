import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { clockwork } from '#policy.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { cardCourse } from './card-course.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await house.as(clockwork, (work) => publishRevision(work, cardCourse))
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const [withCard, without] = cardCourse.modules
const url = `/cards/${cardCourse.id}/${withCard?.id}`
const textOf = (body: string) => parse(body).textContent.replaceAll(/\s+/g, ' ')

test('a help card opens without signing in and leaves no cookie', async () => {
  const answer = await app.inject(url)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['x-robots-tag']).toContain('noindex')
  expect(textOf(answer.body)).toContain('Fare nu: 112')
})

test('both languages are on the sheet, the one one reads as the heading and the other on paper only', async () => {
  for (const [language, title] of [
    ['da', 'Ring rigtigt'],
    ['en', 'Call the right number'],
  ]) {
    const page = parse((await app.inject(`${url}?lang=${language}`)).body)
    expect(page.querySelector('h1')?.textContent).toBe(title)
    const sides = page.querySelectorAll('.side')
    expect(sides.map((side) => side.classList.contains('on-paper'))).toEqual([false, true])
    expect(sides[0]?.getAttribute('lang')).toBe(language)
    expect(page.querySelectorAll('h1')).toHaveLength(1)
  }
})

test('a stranger reads what the town says, or the neutral text; Ines reads what holds at Havnen', async () => {
  expect(textOf((await app.inject(url)).body)).not.toContain('Kajen 1')
  await house.as(cast.olga, (work) =>
    fillLocalFacts(work, null, [{ key: 'politi-direkte', seen: null, da: '97 12 34 56', en: '' }]),
  )
  expect(textOf((await app.inject(url)).body)).toContain('Direkte: 97 12 34 56')
  const mine = await app.inject({ url, headers: { cookie: await cookieOf(house, cast.ines) } })
  expect(textOf(mine.body)).toContain('Direkte: 97 12 34 56, fra Kajen 1.')
  expect(mine.headers['set-cookie']).toBeUndefined()
})

test('what a town fills in is text, never markup', async () => {
  await house.as(cast.olga, (work) =>
    fillLocalFacts(work, null, [{ key: 'politi-direkte', seen: null, da: '<b>x</b>"onclick', en: '' }]),
  )
  expect((await app.inject(url)).body).toContain('&lt;b&gt;x&lt;/b&gt;&quot;onclick')
})

test('all cards are listed, and each leads to its card in the same language', async () => {
  const list = parse((await app.inject('/cards?lang=en')).body)
  const links = list.querySelectorAll('main li a').map((link) => link.getAttribute('href'))
  expect(links).toEqual([`${url}?lang=en`])
  expect((await app.inject(links[0] as string)).statusCode).toBe(200)
})

test('a course, a module or a card that is not there is not found', async () => {
  for (const missing of [
    `/cards/nej/${withCard?.id}`,
    `/cards/${cardCourse.id}/nej`,
    `/cards/${cardCourse.id}/${without?.id}`,
  ])
    expect((await app.inject(missing)).statusCode).toBe(404)
})
