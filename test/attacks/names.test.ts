import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { acceptOffer } from '#people/accept-offer.ts'
import { openOffersTo } from '#people/offer-store.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { addressOf, hasSomething } from '../support/matrix.ts'
import { type RunningTown, settleRunningTown } from '../support/running-town.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Who sees whose name: the town is gone through page by page, as each of the cast. */

let house: TestHouse
let app: FastifyInstance
let town: RunningTown

beforeAll(async () => {
  house = await openTestHouse()
  town = await settleRunningTown(house)
  const [offer] = await openOffersTo(house.db, town.cast.ines)
  await house.as(town.cast.ines, (work) => acceptOffer(work, offer?.id ?? ''))
  app = await buildApp(house)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const names: Readonly<Record<string, readonly string[]>> = {
  ines: ['Ines', 'Sørensen', 'ines@'],
  marco: ['Marco', 'Rossi', 'marco@'],
  ada: ['Ada Lund', 'ada@'],
  olga: ['Olga', 'Holm,', 'olga@'],
  pernille: ['Pernille', 'Skov', 'pernille@'],
  noor: ['Noor', 'Haddad', 'noor@'],
  kim: ['Kim Bak', 'kim@'],
}

/** Every page of the site that answers somebody, at both venues, with what else can be asked of it. */
async function pagesOf(who: string): Promise<{ url: string; body: string }[]> {
  const cookie = await cookieOf(house, town.people[who] as string)
  const asked = [
    '',
    '?on=2026-11-22',
    '?on=2026-11-30',
    '?known=2026-11-22',
    '?on=2026-11-22&known=2026-11-22',
    '?lang=en',
  ]
  const answers: { url: string; body: string }[] = []
  for (const venue of ['havnen', 'kilden'])
    for (const route of await app.wholePlan()) {
      if (route.method !== 'GET' || !hasSomething(route) || route.path.startsWith('/static/')) continue
      const base = addressOf(route, { ...town.values, venue })
      const queries = /^\/(venues|coverage)/.test(route.path) ? asked : ['']
      for (const query of queries) {
        const { statusCode, body } = await app.inject({ url: base + query, headers: { cookie } })
        if (statusCode === 200) answers.push({ url: base + query, body })
      }
    }
  return answers
}

/** What is told about others, page by page; a certificate's check page names its holder to anybody who has the number. */
async function toldOthers(who: string, others: readonly string[]): Promise<string[]> {
  const pages = await pagesOf(who)
  expect(pages.length).toBeGreaterThan(20)
  return pages
    .filter(({ url }) => !/^\/(verify|v)\//.test(url))
    .flatMap(({ url, body }) =>
      others.flatMap((one) =>
        (names[one] as string[]).filter((name) => body.includes(name)).map((name) => `${url} ${name}`),
      ),
    )
}

const but = (...own: string[]) => Object.keys(names).filter((one) => !own.includes(one))

test.each(['pernille', 'ada', 'ines', 'noor'])('%s sees nobody’s name or login anywhere but her own', async (who) => {
  expect(await toldOthers(who, but(who))).toEqual([])
})

test.each([
  ['marco', but('marco', 'ines')],
  ['kim', but('kim', 'ines', 'noor')],
] as const)('%s sees whoever works at the venue, and nobody else, though Ines works at both', async (who, others) => {
  const told = await toldOthers(who, others)
  expect(told).toEqual([])
})

test.each([
  ['marco', 'Kilden'],
  ['kim', 'Havnen'],
])('%s does not read that Ines works at %s too', async (who, venue) => {
  const pages = await pagesOf(who)
  expect(pages.some(({ body }) => body.includes('Ines'))).toBe(true)
  expect(pages.filter(({ body }) => body.includes(venue)).map(({ url }) => url)).toEqual([])
})

test('the same way round, Olga does see them, so that the tests above mean something', async () => {
  const told = await toldOthers('olga', but('olga', 'ada'))
  const seen = new Set(told.map((line) => line.split(' ').at(1)))
  for (const name of ['Ines', 'Marco', 'Noor', 'Pernille', 'Kim']) expect([...seen]).toContain(name)
})
