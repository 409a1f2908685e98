import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { readTown } from '#coverage/town-store.ts'
import { namesAt, readStaff, revisionsAt, unconfirmedAt } from '#coverage/venue-store.ts'
import { migrateToLatest } from '#db/migrate.ts'
import type { Tables } from '#db/schema/tables.ts'
import { closingsAround } from '#people/closing-store.ts'
import { requiredOf } from '#requirements/store.ts'
import { type History, write } from './history.ts'
import { slowCoverage } from './slow-coverage.ts'

const told = { written: '2026-01-01', superseded: null }
const works = { ...told, venue: 'havnen', lastOn: null, confirmed: true }
const history: History = {
  employments: [
    { ...works, person: 'ines', job: 'bar', firstOn: '2026-03-01' },
    { ...works, person: 'marco', job: 'manager', firstOn: '2025-01-01' },
    { ...works, person: 'sam', job: 'door', firstOn: '2025-01-01', lastOn: '2025-12-31' },
    { ...works, person: 'sam', job: 'door', firstOn: '2026-03-05' },
    { ...works, person: 'liv', job: 'door', firstOn: '2025-01-01', venue: 'kilden' },
    { ...works, person: 'liv', job: 'floor', firstOn: '2026-03-05' },
    { ...works, person: 'noa', job: 'floor', firstOn: '2025-01-01', venue: 'kilden' },
    { ...works, person: 'noor', job: 'bar', firstOn: '2026-03-01', confirmed: false },
  ],
  certificates: [
    { person: 'marco', course: 'basic', issued: '2025-06-01', lastOn: null, endings: [] },
    {
      ...{ person: 'noa', course: 'basic', issued: '2025-06-01', lastOn: null, endings: [] },
      brought: [{ number: 2, done: '2026-03-10' }],
    },
    {
      ...{ person: 'liv', course: 'basic', issued: '2025-02-01', lastOn: '2027-02-01' },
      endings: [{ from: '2026-03-09', written: '2026-03-09' }],
    },
  ],
  revisions: [
    { course: 'basic', number: 1, published: '2025-01-01', pages: ['why', 'how'], marked: [] },
    {
      ...{ course: 'basic', number: 2, published: '2026-02-01', pages: ['why', 'how'] },
      marked: [{ page: 'how', dueOn: '2026-03-07' }],
    },
  ],
  requirements: [
    { ...told, job: 'any', course: 'basic', days: 30, from: '2025-01-01', lastOn: null },
    { ...told, job: 'door', course: 'guard', days: 10, from: '2026-03-01', lastOn: null },
    { ...told, job: 'bar', course: 'basic', days: 2, from: '2026-03-04', lastOn: null },
  ],
}

test('PostgreSQL gives the same figures and answers every question', async () => {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) })
  await migrateToLatest(db)
  await write(db, history)
  for (const on of ['2026-03-05', '2026-03-08', '2026-03-10', '2026-05-01']) {
    const when = { on, knownAt: endOf('2026-06-01') }
    const expected = slowCoverage(history, on, '2026-06-01')
    const { venues, town } = await readTown(db, when)
    expect(town).toEqual(expected.town)
    expect(Object.fromEntries(venues.map(({ slug, figures }) => [slug, figures]))).toEqual(expected.venues)
  }
  const when = { on: '2026-03-10', knownAt: endOf('2026-06-01') }
  expect(await readStaff(db, 'havnen', when)).toHaveLength(4)
  expect([...(await namesAt(db, 'havnen', when)).keys()].sort()).toEqual(['ines', 'liv', 'marco', 'sam'])
  expect(await unconfirmedAt(db, 'havnen', when.on)).toMatchObject([{ job: 'bar', firstOn: '2026-03-01' }])
  expect(await revisionsAt(db, ['guard'], when.knownAt)).toEqual([])
  const marco = (await readStaff(db, 'havnen', when)).find((one) => one.personId === 'marco')
  expect(marco?.courses[0]).toMatchObject({ state: 'behind', lateSince: '2026-03-08' })
  expect(await requiredOf(db, 'sam', when.on)).toMatchObject([{ courseId: 'basic' }, { courseId: 'guard' }])
  const closing = { id: 'k', venue_id: 'havnen', first_on: '2026-03-10', last_on: null, superseded_at: null }
  await db
    .insertInto('venue_closings')
    .values({ ...closing, written_at: '2026-01-01T11:00:00.000Z', written_by: 'olga' })
    .execute()
  const closed = await readTown(db, when)
  expect(closed.venues.map(({ slug }) => slug)).toEqual(['kilden'])
  expect(closed.town).toEqual({ covered: 1, within: 0, late: 1 })
  expect(await readStaff(db, 'havnen', when)).toEqual([])
  expect(await requiredOf(db, 'sam', when.on)).toEqual([])
  expect(await closingsAround(db, 'havnen', when)).toMatchObject({ now: { firstOn: '2026-03-10' }, next: null })
  await db.destroy()
})
