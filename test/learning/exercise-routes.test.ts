import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comesOfAgeOn } from '#exercises/age.ts'
import { buildApp } from '../../src/app.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { exerciseCourse } from '../support/exercise-course.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { draw, practise, read, study } from './run.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let ines: Browser
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house, exerciseCourse)
  app = await buildApp(house)
  ines = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const exercise = '/learning/grundkursus/police/exercise'

/** What is right by the cards on the page alone: a photo, and a date of birth at least eighteen years before `day`. */
function rightByCards({ page }: Browser, day: string): Record<string, string> {
  const cards = page.querySelectorAll('article.guest').map((card, place) => {
    const [date, month, year] = /(\d\d)\.(\d\d)\.(\d{4})/.exec(card.querySelector('.born')?.text ?? '')?.slice(1) ?? []
    const photo = card.querySelector('.proof')?.text !== 'Yellow health card'
    const served = photo && comesOfAgeOn(`${year}-${month}-${date}`) <= day
    return [`guest-${place + 1}`, served ? 'May be served' : 'May not be served'] as const
  })
  return Object.fromEntries(cards)
}

const wrongIn = (right: Record<string, string>, field: string) => ({
  ...right,
  [field]: right[field] === 'May be served' ? 'May not be served' : 'May be served',
})

test('the way leads from the situation to the exercise, and from the exercise to the quiz', async () => {
  for (const page of ['why', 'how']) await read(house, cast.ines, 'police', page)
  await ines.open('/learning/grundkursus/police/situation')
  await ines.press('Talk calmly')
  await ines.click('To the exercise')
  expect(ines.heading).toBe('Exercise: may this guest be served?')
  expect(ines.text).toContain('The day changes at midnight')
  await ines.press('Start the exercise')
  expect(ines.text).toContain('Today: 22 November 2026')
  await ines.press('See whether it is right', rightByCards(ines, '2026-11-22'))
  expect(ines.heading).toBe('You have done the exercise')
  expect(ines.text).toContain('8 of 8 are right.')
  await ines.click('To the quiz')
  expect(ines.text).toContain('Start the quiz')
})

test('the quiz says that the exercise is missing, and so does everything that leads there', async () => {
  await study(house, cast.ines, 'police')
  await ines.open('/learning/grundkursus/police/quiz')
  expect(ines.text).toContain('A little is missing before you can start: Exercise: may this guest be served?')
  expect(ines.has('button')).toBe(true)
  expect(ines.text).not.toContain('Start the quiz')
  await ines.open('/learning')
  expect(ines.text).toContain('Module police: an exercise with eight guests')
  await ines.click('Continue')
  expect(ines.url).toBe(exercise)
})

test('a mistake shows what is right and why, guest by guest, and offers new guests', async () => {
  await ines.open(exercise)
  await ines.press('Start the exercise')
  const first = ines.url
  const right = rightByCards(ines, '2026-11-22')
  const eve = ines.page.querySelectorAll('article.guest').findIndex((card) => card.text.includes('23.11.2008'))
  await ines.press('See whether it is right', wrongIn(right, `guest-${eve + 1}`))
  expect(ines.url).toBe(first)
  expect(ines.heading).toBe('Not all are right yet')
  expect(ines.text).toContain('7 of 8 are right.')
  const cards = ines.page.querySelectorAll('article.guest').map((card) => card.structuredText.replaceAll(/\s+/g, ' '))
  expect(cards[eve]).toContain('May not be served Turns 18 tomorrow: not before then.')
  expect(cards[eve]).toContain('You answered: may be served')
  expect(cards.filter((card) => card.includes('Right'))).toHaveLength(7)
  expect(ines.text).toContain('Turns 18 today. That counts from midnight.')
  expect(ines.text).toContain('The health card has no photo')
  await ines.press('Try again with new guests')
  expect(ines.url).not.toBe(first)
  expect(ines.heading).toBe('May this guest be served?')
})

test('with answers missing the others stay, and each gap is named', async () => {
  await ines.open(exercise)
  await ines.press('Start the exercise')
  const names = ines.page.querySelectorAll('.name').map((name) => name.text)
  await ines.press('See whether it is right', { 'guest-1': 'May be served', 'guest-3': 'May not be served' })
  expect(ines.status).toBe(422)
  expect(ines.page.querySelectorAll('input[checked]').map((input) => input.id)).toEqual(['guest-1', 'guest-3-no'])
  expect(ines.page.querySelectorAll('#faults a').map((link) => [link.getAttribute('href'), link.text])).toEqual(
    [2, 4, 5, 6, 7, 8].map((n) => [`#guest-${n}`, `Choose an answer for ${names[n - 1]}`]),
  )
  expect(ines.page.querySelectorAll('fieldset[data-fault]')).toHaveLength(6)
  await ines.press('See whether it is right', rightByCards(ines, '2026-11-22'))
  expect(ines.heading).toBe('You have done the exercise')
})

test('an open round is where the exercise leads; on another day it waits under its own day', async () => {
  await ines.open(exercise)
  await ines.press('Start the exercise')
  const round = ines.url
  await ines.open(exercise)
  expect(ines.url).toBe(round)
  house.at('2026-11-22T23:10:00Z')
  await ines.open(exercise)
  expect(ines.heading).toBe('Exercise: may this guest be served?')
  await ines.open(round)
  expect(ines.text).toContain('The date has changed since you began.')
  expect(ines.text).toContain('Day of this round: 22 November 2026')
  await ines.press('See whether it is right', rightByCards(ines, '2026-11-22'))
  expect(ines.heading).toBe('You have done the exercise')
})

test('what is sent says yes or no and nothing else: the guests, the day and the result are the server’s', async () => {
  await ines.open(exercise)
  await ines.press('Start the exercise')
  const fields = Array.from({ length: 8 }, (_, n) => `guest-${n + 1}=yes`).join('&')
  const forged = 'guests=[]&drawnOn=2099-01-01&answers=[]&passed=1&right=8'
  const headers = { cookie: await cookieOf(house, cast.ines), 'content-type': 'application/x-www-form-urlencoded' }
  const send = (payload: string) => app.inject({ method: 'POST', url: ines.url, headers, payload })
  expect((await send(forged)).statusCode).toBe(422)
  expect((await send(fields.replace('guest-1=yes', 'guest-1=maybe'))).statusCode).toBe(422)
  expect((await send(`${fields}&${forged}`)).statusCode).toBe(303)
  const [row] = await house.db.selectFrom('exercise_rounds').selectAll().execute()
  expect(row).toMatchObject({ drawn_on: '2026-11-22', passed_at: null })
  expect((await send(fields.replaceAll('yes', 'no'))).statusCode).toBe(303)
  expect(await house.db.selectFrom('exercise_rounds').selectAll().execute()).toEqual([row])
})

test('before it is answered a round says nothing of what is right: all cards are written alike', async () => {
  await ines.open(exercise)
  await ines.press('Start the exercise')
  const cards = ines.page
    .querySelectorAll('article.guest')
    .map((card) =>
      card.outerHTML
        .replaceAll(/<span class="(proof|name)">[^<]*</g, '<span class="$1"><')
        .replaceAll(/\d\d\.\d\d\.\d{4}|guest-\d|data-kind="[a-z-]+"|<span class="photo"><\/span>|\s/g, ''),
    )
  expect(new Set(cards).size).toBe(1)
  expect(ines.html).not.toMatch(/Turns 18|Turned 18|years old/)
})

test('looking writes nothing, and what is not there or another’s is not found', async () => {
  expect((await ines.open(exercise)).status).toBe(200)
  expect(await house.db.selectFrom('enrolments').selectAll().execute()).toEqual([])
  for (const url of ['/learning/grundkursus/aid/exercise', '/learning/x/police/exercise', `${exercise}/x`])
    expect((await ines.open(url)).status).toBe(404)
  const { id } = await draw(house, cast.ines, 'police')
  for (const person of [cast.noor, cast.marco, cast.olga, cast.ada, cast.pernille]) {
    const stranger = openBrowser(app, { cookie: await cookieOf(house, person) })
    expect((await stranger.open(`${exercise}/${id}`)).status).toBe(404)
  }
  expect((await ines.open(`/learning/grundkursus/aid/exercise/${id}`)).status).toBe(404)
})

test('the exercise stands in the course, and once passed more rounds can be taken', async () => {
  await practise(house, cast.ines, 'police')
  await ines.open('/learning/grundkursus')
  const parts = ines.page
    .querySelectorAll('#police details li')
    .map((part) => part.structuredText.replaceAll(/\s+/g, ' '))
  expect(parts).toContain('Exercise: may this guest be served? Done')
  expect(ines.page.querySelectorAll('#aid details li').some((part) => part.text.includes('Exercise'))).toBe(false)
  await ines.open(exercise)
  expect(ines.text).toContain('You have done the exercise. You can take more rounds if you like.')
  await ines.press('Take another round')
  expect(ines.heading).toBe('May this guest be served?')
})
