import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { post } from '../signin/post.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let cookie: string
let marco: Browser

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  cookie = await cookieOf(house, cast.marco)
  marco = openBrowser(app, { cookie })
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const url = '/venues/havnen/staff'
const paste = (text: string) => post(app, url, { text, job: 'bar' }, { cookie })

test('new links are made for those who have not opened their account, and the old ones stop working', async () => {
  const first = await paste('Mie Krog;20304050\nBo Holm;bo@example.dk')
  const old = [...first.body.matchAll(/localhost:3000(\/invitation\/\w+)/g)].map((match) => match[1] as string)
  await marco.open(url)
  expect(marco.text).toContain('2 people have still to open their account: Bo Holm and Mie Krog')
  await marco.press('Make new links for them')
  expect(marco.heading).toBe('Links for 2 people')
  expect(old).toHaveLength(2)
  for (const link of old) expect((await app.inject({ url: link })).statusCode).toBe(410)
})

test('one of them gets a new link from her own page, and nobody who has opened the account', async () => {
  const first = await paste('Mie Krog;20304050\nBo Holm;bo@example.dk')
  const [old, other] = [...first.body.matchAll(/localhost:3000(\/invitation\/\w+)/g)].map((match) => match[1] as string)
  await marco.open('/venues/havnen')
  await marco.click('Mie Krog')
  await marco.press('Make a new link to the account')
  expect(marco.heading).toBe('Link for 1 person')
  expect((await app.inject({ url: old as string })).statusCode).toBe(410)
  expect((await app.inject({ url: other as string })).statusCode).toBe(200)
  const [ofInes] = await allEmploymentsOf(house.db, cast.ines, cast.havnen)
  const link = `/venues/havnen/employments/${ofInes?.id}/invitation`
  expect((await marco.open(link.replace('/invitation', ''))).has(`form[action="${link}"]`)).toBe(false)
  expect((await post(app, link, {}, { cookie })).statusCode).toBe(404)
})
