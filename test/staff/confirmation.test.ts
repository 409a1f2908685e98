import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let employment: string

const ofInes = async () => (await employmentsOf(house.db, cast.ines, '2026-11-22'))[0]

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  employment = (await ofInes())?.id ?? ''
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const confirm = async (who: string, venue = 'havnen', id = employment) =>
  post(app, `/venues/${venue}/employments/${id}/confirmation`, {}, { cookie: await cookieOf(house, who) })

test.each(['marco', 'olga'] as const)('%s confirms Ines with one click and is back at the venue', async (name) => {
  const answer = await confirm(cast[name])
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/venues/havnen'])
  expect(answer.cookies).toMatchObject([{ name: 'flash', value: 'people.confirmed' }])
  expect((await ofInes())?.confirmed).toBe(true)
  expect((await confirm(cast[name])).statusCode).toBe(303)
})

test.each(['ines', 'noor', 'ada', 'pernille'] as const)('to %s there is nothing to confirm at Havnen', async (name) => {
  expect((await confirm(cast[name])).statusCode).toBe(404)
  expect((await ofInes())?.confirmed).toBe(false)
})

test('an employment is confirmed under its own venue only, and only if there is one', async () => {
  expect((await confirm(cast.olga, 'kilden')).statusCode).toBe(404)
  expect((await confirm(cast.olga, 'nowhere')).statusCode).toBe(404)
  expect((await confirm(cast.marco, 'havnen', 'id_none')).statusCode).toBe(404)
  expect((await ofInes())?.confirmed).toBe(false)
})

test('whoever is not signed in is asked to', async () => {
  const answer = await post(app, `/venues/havnen/employments/${employment}/confirmation`, {})
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in'])
})
