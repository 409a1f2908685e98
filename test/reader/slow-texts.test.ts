import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { fullOf, slowTexts } from '../support/slow-texts.ts'
import { publishFiles } from '../support/trainers.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let cookie: string
beforeAll(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  const yaml = JSON.stringify({ title: { da: 'a', en: 'a' } })
  await publishFiles(house, {
    'course.yaml': yaml,
    'police/module.yaml': yaml,
    'police/da/01-why.md': '# Why\n\nText\n',
  })
  app = await buildApp(house)
  cookie = await cookieOf(house, cast.ada)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const show = (path: string, text: string) =>
  app.inject({
    method: 'POST',
    url: `/authoring/grundkursus/preview/${path}`,
    headers: { cookie, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ text: `# T\n\n${text}`, base: 'published none' }).toString(),
  })

test.each(Object.entries(slowTexts))(
  '%s: 100 kB are read or refused, and nobody else waits for it',
  async (_name, text) => {
    const shown = show('police/da/situation.md', text)
    const beside = await app.inject({ url: '/learning', headers: { cookie } })
    expect(beside.statusCode).toBe(200)
    const answer = await shown
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toMatch(/id="faulty"|Many people are writing|takes too long to read/)
  },
)

test('a question with ten thousand things to sort is told to have too many, and not drawn', async () => {
  const question = '### a {#b type=order page=why source=x}\n'
  const { statusCode, body } = await show('police/da/quiz.md', question + fullOf('1. a\n').slice(0, 50_000))
  expect([statusCode, body.length < 300_000]).toEqual([200, true])
})

test('after all that an ordinary text is read at once', async () => {
  const { body } = await show('police/da/01-why.md', 'Text')
  expect(body).toContain('<div class="prose"><p>Text</p></div>')
})
