import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { looksAt } from '#audit/looks-store.ts'
import { noteLook } from '#audit/note-look.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const open = async (url: string, who: string) => app.inject({ url, headers: { cookie: await cookieOf(house, who) } })
const written = () => house.db.selectFrom('looks').selectAll().execute()

test('a look at the list of Havnen is noted once a day, and once again for the sheet', async () => {
  for (let turn = 0; turn < 3; turn++) {
    await open('/venues/havnen', cast.marco)
    await open('/venues/havnen.csv', cast.marco)
  }
  expect((await written()).map(({ kind, looker_role }) => [kind, looker_role])).toEqual([
    ['staff', 'manager'],
    ['sheet', 'manager'],
  ])
  house.at('2026-11-23T12:00:00Z')
  await open('/venues/havnen', cast.marco)
  expect(await written()).toHaveLength(3)
})

test('a restart forgets nothing, and many looks at once write one line', async () => {
  const actor = await house.actor(cast.olga)
  const look = { actor, kind: 'person', personId: cast.ines } as const
  await Promise.all(Array.from({ length: 20 }, () => noteLook(house, look)))
  await noteLook({ ...house }, look)
  expect(await written()).toHaveLength(1)
})

test('Ines reads by which role she was looked at, when and where; never by whom', async () => {
  await open('/venues/havnen', cast.olga)
  house.at('2026-11-22T13:00:00Z')
  await noteLook(house, {
    actor: await house.actor(cast.marco),
    kind: 'person',
    personId: cast.ines,
    venueId: cast.havnen,
  })
  expect(await looksAt(house.db, cast.ines)).toEqual([
    { on: '2026-11-22', at: '2026-11-22T13:00:00.000Z', by: 'manager', kind: 'person', venueName: 'Havnen' },
    { on: '2026-11-22', at: '2026-11-22T12:00:00.000Z', by: 'association', kind: 'staff', venueName: 'Havnen' },
  ])
  expect(await looksAt(house.db, cast.noor)).toEqual([])
})

test('looking at oneself is no look: neither at one’s own page nor at a list one stands on', async () => {
  const actor = await house.actor(cast.marco)
  await noteLook(house, { actor, kind: 'person', personId: cast.marco, venueId: cast.havnen })
  expect(await written()).toEqual([])
  await open('/venues/havnen', cast.marco)
  expect(await looksAt(house.db, cast.marco)).toEqual([])
  expect(await looksAt(house.db, cast.ines)).toHaveLength(1)
})

test('a partner, who sees figures only, leaves no look', async () => {
  expect((await open('/venues/havnen', cast.pernille)).statusCode).toBe(200)
  expect(await written()).toEqual([])
})

test('a list is about whoever worked there that day, as it was known then', async () => {
  const [employment] = await employmentsOf(house.db, cast.noor, '2026-11-22')
  await open('/venues/kilden', cast.olga)
  house.at('2026-11-24T12:00:00Z')
  await house.as(cast.olga, (work) => endEmployment(work, employment?.id as string, '2026-11-24'))
  await open('/venues/kilden', cast.olga)
  house.at('2026-11-25T12:00:00Z')
  await open('/venues/kilden', cast.olga)
  expect((await looksAt(house.db, cast.noor)).map(({ on }) => on)).toEqual(['2026-11-24', '2026-11-22'])
})

test('what was looked at in a record since merged is told to whoever is kept', async () => {
  await noteLook(house, { actor: await house.actor(cast.olga), kind: 'person', personId: cast.ines })
  await house.db.updateTable('people').set({ merged_into_id: cast.noor }).where('id', '=', cast.ines).execute()
  expect(await looksAt(house.db, cast.noor)).toHaveLength(1)
})

test('a look that cannot be written is reported, the page is shown, and the next look tries again', async () => {
  const actor = await house.actor(cast.olga)
  const look = { actor, kind: 'person', personId: cast.ines } as const
  const reports: string[] = []
  const broken = {
    ...house,
    db: new Proxy(house.db, {
      get: () => () => {
        throw new Error('disk full')
      },
    }),
  }
  await noteLook(broken, look, (line) => reports.push(line))
  await noteLook(broken, look, (line) => reports.push(line))
  expect(reports).toEqual(['a look was not noted', 'a look was not noted'])
})
