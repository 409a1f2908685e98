import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOf } from '#base/dates.ts'
import { counts } from '#certificates/state.ts'
import { certificatesOf } from '#certificates/store.ts'
import { figuresOf } from '#coverage/figures.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { nth } from '../requirements/slow-due.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type Edition, type History, write } from './history.ts'
import { slowCoverage, slowlyHeld } from './slow-coverage.ts'

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

/** Three texts of a course, half a year or less apart; in the second and the third a page may be marked or gone. */
const editions = (name: string): fc.Arbitrary<Edition[]> => {
  const later = fc.record({
    after: fc.integer({ min: 1, max: 180 }),
    pages: fc.subarray(['why', 'how'], { minLength: 1 }),
    marked: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 1 }),
  })
  return fc.tuple(later, later).map(([second, third]) => {
    const edition = (number: number, published: number, { pages, marked }: Omit<typeof second, 'after'>) => ({
      ...{ course: name, number, published: nth(published), pages },
      marked: marked.map((days) => ({ page: pages[0] as string, dueOn: nth(published + days) })),
    })
    return [
      edition(1, 0, { pages: ['why', 'how'], marked: [] }),
      edition(2, second.after, second),
      edition(3, second.after + third.after, third),
    ]
  })
}

const history: fc.Arbitrary<History> = fc.record({
  revisions: fc.tuple(editions('a'), editions('b')).map((both) => both.flat()),
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
        revision: fc.constantFrom(1, 1, 2, 3),
        brought: fc.uniqueArray(fc.record({ number: fc.constantFrom(2, 3), done: day }), {
          selector: ({ number }) => number,
          maxLength: 2,
        }),
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
  ...(['rereadings', 'enrolments', 'reread_pages'] as const),
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

test('whether one certificate counts once everything has happened is the same, asked for one person', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 401, max: 600 }).map(nth), async (facts, on) => {
      for (const table of tables) await house.db.deleteFrom(table).execute()
      await write(house.db, facts)
      for (const name of ['ines', 'noor'])
        for (const courseId of ['a', 'b']) {
          const own = (await certificatesOf(house.db, name)).filter((one) => one.courseId === courseId)
          const held = slowlyHeld(facts, { person: name, course: courseId }, on, nth(800))
          expect([name, courseId, own.some((one) => counts(one, on))]).toEqual([name, courseId, held])
        }
    }),
    { numRuns: 150 },
  )
})
