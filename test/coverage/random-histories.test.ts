import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { figuresOf } from '#coverage/figures.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { nth } from '../requirements/slow-due.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type History, write } from './history.ts'
import { slowCoverage } from './slow-coverage.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})
afterEach(() => house.close())

const day = fc.integer({ min: 0, max: 400 }).map(nth)
const early = fc.integer({ min: 0, max: 150 }).map(nth)
/** Mostly with everything known, so that not every second history is empty. */
const anyKnowledge = fc.oneof({ weight: 2, arbitrary: fc.constant(nth(800)) }, { weight: 1, arbitrary: day })
const perhapsLater = (from: string, long: number | null) =>
  long === null ? null : nth(Math.round((Date.parse(from) - Date.parse(nth(0))) / 86_400_000) + long)
const length = (max: number) => fc.option(fc.integer({ min: 0, max }), { freq: 2 })
const told = { written: early, unsaid: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 1 }) }
const course = fc.constantFrom('a', 'b')
const person = fc.constantFrom('ines', 'noor')

const history: fc.Arbitrary<History> = fc.record({
  employments: fc.array(
    fc
      .record({
        ...told,
        person,
        venue: fc.constantFrom('havnen', 'kilden'),
        job: fc.constantFrom('bar' as const, 'door' as const),
        firstOn: day,
        long: length(300),
        confirmed: fc.boolean(),
      })
      .map(({ long, unsaid, ...one }) => ({
        ...one,
        confirmed: one.confirmed || one.job === 'bar',
        lastOn: perhapsLater(one.firstOn, long),
        superseded: perhapsLater(one.written, unsaid),
      })),
    { minLength: 1, maxLength: 9 },
  ),
  certificates: fc.array(
    fc
      .record({
        person,
        course,
        issued: day,
        long: length(500),
        endings: fc.array(fc.record({ from: day, written: day }), { maxLength: 1 }),
      })
      .map(({ long, ...one }) => ({ ...one, lastOn: perhapsLater(one.issued, long) })),
    { maxLength: 4 },
  ),
  requirements: fc.array(
    fc
      .record({
        ...told,
        job: fc.constantFrom('any' as const, 'bar' as const, 'door' as const),
        course,
        days: fc.integer({ min: 0, max: 90 }),
        from: early,
        long: length(400),
      })
      .map(({ long, unsaid, ...one }) => ({
        ...one,
        lastOn: perhapsLater(one.from, long),
        superseded: perhapsLater(one.written, unsaid),
      })),
    { minLength: 1, maxLength: 4 },
  ),
})

const tables = [
  ...(['certificate_endings', 'certificates', 'employment_facts', 'employments', 'requirement_facts'] as const),
  ...(['people', 'venues', 'revisions'] as const),
]

test('the town and each venue are what a slow count of every fact says, for any day and any knowledge', async () => {
  await fc.assert(
    fc.asyncProperty(history, day, anyKnowledge, async (facts, on, known) => {
      for (const table of tables) await house.db.deleteFrom(table).execute()
      await write(house.db, facts)
      const expected = slowCoverage(facts, on, known)
      const when = { on, knownAt: endOf(known) }

      const { venues, town } = await readTown(house.db, when)
      expect(town).toEqual(expected.town)
      expect(Object.fromEntries(venues.map(({ slug, figures }) => [slug, figures]))).toEqual(expected.venues)
      for (const { slug } of venues) {
        const staff = await readStaff(house.db, slug, when)
        expect(figuresOf(staff.map((one) => one.standing))).toEqual(expected.venues[slug])
      }
    }),
    { numRuns: 400 },
  )
})
