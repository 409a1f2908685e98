import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { issueSetupLink } from '#joining/issue-setup-link.ts'
import { findPartnership } from '#people/store.ts'
import { getVenue } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const town = {
  partnership: 'Struer Natteliv',
  venue: 'Café Ærø & Co.',
  kind: 'bar',
  name: 'Olga Holm',
  login: 'olga@example.dk',
  password: 'lampe vejer blåt 7',
}
const issue = () => house.as(clockwork, issueSetupLink)

test('the link founds the town, its first venue, its first person and its first requirement', async () => {
  const browser = openBrowser(app)
  await browser.open(`/setup/${await issue()}`)
  await browser.press('Set up', { ...town, kind: 'Bar' })
  expect([browser.url, browser.status]).toEqual(['/venues/cafe-aeroe-co/poster', 200])
  expect(browser.heading).toBe('Café Ærø & Co.')
  expect(await findPartnership(house.db)).toEqual({ name: 'Struer Natteliv', demo: false })
  const [fact] = await house.db.selectFrom('requirement_facts').selectAll().execute()
  expect(fact).toMatchObject({ job: 'any', course_id: 'grundkursus', days: 30, counts_from_on: '2026-11-22' })
  const [role] = await house.db.selectFrom('role_facts').selectAll().execute()
  expect(role).toMatchObject({ role: 'association', venue_id: null })
})

test('only the hash of the token is kept', async () => {
  const token = await issue()
  expect(token).toMatch(/^[0-9a-z]{32}$/)
  expect(JSON.stringify(await house.db.selectFrom('setup_links').selectAll().execute())).not.toContain(token)
  expect(JSON.stringify(await house.db.selectFrom('audit_events').selectAll().execute())).not.toContain(token)
})

const statuses = async (token: string) => {
  const shown = await app.inject({ url: `/setup/${token}` })
  const sent = await post(app, `/setup/${token}`, town)
  return [shown.statusCode, sent.statusCode]
}

test('a link works once', async () => {
  const token = await issue()
  expect((await post(app, `/setup/${token}`, town)).statusCode).toBe(303)
  expect(await statuses(token)).toEqual([410, 410])
  await expect(issue()).rejects.toMatchObject({ code: 'conflict' })
})

test('of two who use a link at once, one founds the town', async () => {
  const token = await issue()
  const answers = await Promise.all(
    [1, 2, 3].map((n) => post(app, `/setup/${token}`, { ...town, login: `o${n}@example.dk` })),
  )
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 410, 410])
  expect(await house.db.selectFrom('people').select('id').execute()).toHaveLength(1)
})

test('a link works for 15 minutes, and not once a newer one is issued', async () => {
  const [first, second] = [await issue(), await issue()]
  expect(await statuses(first)).toEqual([410, 410])
  house.at('2026-11-22T12:14:59Z')
  expect((await app.inject({ url: `/setup/${second}` })).statusCode).toBe(200)
  house.at('2026-11-22T12:15:00Z')
  expect(await statuses(second)).toEqual([410, 410])
  expect(await findPartnership(house.db)).toBeNull()
})

test('an unknown link is not found, and no town can be set up twice', async () => {
  expect(await statuses('0'.repeat(32))).toEqual([404, 404])
  const token = await issue()
  await settleCast(house)
  expect((await post(app, `/setup/${token}`, town)).statusCode).toBe(409)
  await expect(getVenue(house.db, 'cafe-aeroe-co')).rejects.toMatchObject({ code: 'not-found' })
})

test('a refused form founds nothing and uses nothing up', async () => {
  const token = await issue()
  const answer = await post(app, `/setup/${token}`, { ...town, venue: ' ', kind: 'castle', password: 'struernatteliv' })
  expect(answer.statusCode).toBe(422)
  for (const fault of ['Write the name of the venue', 'Choose what kind', 'your login or the name of the place'])
    expect(answer.body).toContain(fault)
  expect(answer.body).toContain('value="Struer Natteliv"')
  expect((await post(app, `/setup/${token}`, town)).statusCode).toBe(303)
})

test('nobody but the system itself issues the link', async () => {
  const somebody = { personId: 'x', roles: ['association'], manages: [] } as const
  await expect(house.as(somebody, issueSetupLink)).rejects.toMatchObject({ code: 'forbidden' })
})
