import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf } from '#certificates/store.ts'
import { startEnrolment } from '#learning/start-enrolment.ts'
import { enrolmentsIn } from '#learning/store.ts'
import { noticesOf } from '#mail/notice-store.ts'
import { askToReread } from '#rereading/ask-to-reread.ts'
import { doneFigures } from '#rereading/done-store.ts'
import { owedBy } from '#rereading/find-owed.ts'
import { countHolders } from '#rereading/store.ts'
import { auditOf, begin, finish, passCourse, passModule, read, study, tryQuiz } from '../learning/run.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { aidHow, change, courseId, firstText, policeHow, shownTo, textNo } from './change.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  cast = await settleCast(house, firstText)
  await passCourse(house, cast.marco)
})
afterEach(() => house.close())

const on = (day: string) => house.at(`${day}T12:00:00Z`)
const certificate = async (personId = cast.marco) => {
  const [{ owes: _owes, broughtUp: _broughtUp, ...own } = {}] = await certificatesOf(house.db, personId)
  return own
}
const rows = (table: 'rereadings' | 'certificates') => house.db.selectFrom(table).selectAll().execute()
const figures = async (revisionId: string) =>
  doneFigures(house.db, revisionId, {
    today: house.clock().toISOString().slice(0, 10),
    at: house.clock().toISOString(),
  })

test('Marco gets just the changed page and its question, and keeps his certificate to the letter', async () => {
  on('2026-04-01')
  const before = await certificate()
  const { revision, told } = await change(house, cast, textNo(2), [policeHow], '2026-04-30')
  expect(told).toBe(1)
  expect(await shownTo(house, cast.marco)).toEqual({
    ...{ number: 2, pages: ['police: how'], questions: ['age'], owed: 1, dueOn: '2026-04-30', begun: false },
  })
  expect((await noticesOf(house.db, cast.marco))[0]).toMatchObject({
    kind: 'pages-changed',
    values: { pages: 1, day: '2026-04-30', course: 'Basic course' },
  })
  expect(await figures(revision.id)).toMatchObject({ pages: 1, people: 1, done: 0, late: 0 })

  on('2026-04-02')
  await read(house, cast.marco, 'police', 'how')
  expect((await tryQuiz(house, cast.marco, 'police', { right: false })).asked.map(({ id }) => id)).toEqual(['age'])
  expect(await rows('rereadings')).toEqual([])
  await tryQuiz(house, cast.marco, 'police', { right: true })
  expect(await rows('rereadings')).toMatchObject([{ number: 2, revision_id: revision.id, done_on: '2026-04-02' }])
  expect(await rows('certificates')).toHaveLength(1)
  expect(await certificate()).toEqual(before)
  expect(await shownTo(house, cast.marco)).toMatchObject({
    number: 2,
    owed: 0,
    pages: ['police: why how', 'aid: why how'],
  })
  expect(await owedBy(house.db, cast.marco, courseId, '2026-04-02')).toBeNull()
  expect(await figures(revision.id)).toMatchObject({ people: 1, done: 1 })
  for (const action of ['rereading.started', 'rereading.completed'])
    expect([action, (await auditOf(house, cast.marco, action)).length]).toEqual([action, 1])
  expect(await auditOf(house, cast.marco, 'certificate.issued')).toHaveLength(1)
})

test('whoever may renew the whole course when it is asked is neither told nor counted', async () => {
  const lastOn = (await certificatesOf(house.db, cast.marco))[0]?.lastOn
  on('2026-04-01')
  await passCourse(house, cast.noor)
  const nearItsEnd = new Date(Date.parse(lastOn as string) - 59 * 86_400_000).toISOString().slice(0, 10)
  on(nearItsEnd)
  const dueOn = new Date(Date.parse(nearItsEnd) + 10 * 86_400_000).toISOString().slice(0, 10)
  const { revision, told } = await change(house, cast, textNo(2), [policeHow], dueOn)
  expect(told).toBe(1)
  expect(await figures(revision.id)).toMatchObject({ people: 1, done: 0 })
})

test('pages without questions are done when they are read, with those of another module the quiz as well', async () => {
  on('2026-04-01')
  await change(house, cast, textNo(2), [policeHow, aidHow], '2026-04-30')
  await read(house, cast.marco, 'aid', 'how')
  expect(await begin(house, cast.marco, 'aid')).toBeNull()
  expect(await rows('rereadings')).toEqual([])
  await read(house, cast.marco, 'police', 'how')
  await tryQuiz(house, cast.marco, 'police', { right: true })
  expect(await rows('rereadings')).toHaveLength(1)

  on('2026-05-01')
  await change(house, cast, textNo(3), [aidHow], '2026-05-30')
  await read(house, cast.marco, 'aid', 'how')
  expect(await rows('rereadings')).toMatchObject([{ number: 2 }, { number: 3 }])
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 3, owed: 0 })
})

test('one who is in the middle of the module finishes on her revision, and has as many days from then on', async () => {
  on('2026-04-01')
  await study(house, cast.ines, 'police')
  const attempt = await begin(house, cast.ines, 'police')
  if (!attempt) throw new Error('not begun')
  await change(house, cast, textNo(2), [policeHow], '2026-04-21')
  expect(await shownTo(house, cast.ines)).toMatchObject({
    number: 1,
    owed: 0,
    pages: ['police: why how', 'aid: why how'],
  })
  on('2026-04-15')
  await finish(house, cast.ines, attempt, { right: true })
  await passModule(house, cast.ines, 'aid')
  const [own] = await certificatesOf(house.db, cast.ines)
  expect(own?.snapshot.revision.number).toBe(1)
  expect(await owedBy(house.db, cast.ines, courseId, '2026-04-15')).toMatchObject({
    ...{ pages: [policeHow], dueOn: '2026-05-05', from: 1, earnedIn: own?.enrolmentId },
  })
})

test('a short renewal that is begun stays on its text; what is marked after it comes next', async () => {
  on('2026-04-01')
  await change(house, cast, textNo(2), [policeHow], '2026-04-30')
  await read(house, cast.marco, 'police', 'how')
  await change(house, cast, textNo(3), [policeHow, aidHow], '2026-05-10')
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 2, pages: ['police: how'], dueOn: '2026-04-30' })
  await tryQuiz(house, cast.marco, 'police', { right: true })
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 3, owed: 2, dueOn: '2026-05-10', begun: false })
})

test('a page that is gone from the newest text is owed no more, and a renewal begun for it gives way to the next', async () => {
  on('2026-04-01')
  await change(house, cast, textNo(2), [policeHow], '2026-04-30')
  await read(house, cast.marco, 'police', 'how')
  const without = {
    ...textNo(3),
    modules: textNo(3).modules.map((one) => (one.id === 'police' ? { ...one, pages: one.pages.slice(0, 1) } : one)),
  }
  await change(house, cast, without, [], '2026-05-10')
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 1, owed: 0 })
  await change(house, cast, { ...without, summary: { da: 'Ny', en: 'New' } }, [aidHow], '2026-05-10')
  await read(house, cast.marco, 'aid', 'how')
  expect(await rows('rereadings')).toMatchObject([{ number: 4 }])
  const open = (await enrolmentsIn(house.db, cast.marco, courseId)).filter((one) => one.completedAt === null)
  expect(open).toEqual([])
})

test('once the renewal is open the whole course is, and passing it settles the pages', async () => {
  on('2027-11-01')
  await change(house, cast, textNo(2), [policeHow], '2028-03-01')
  await read(house, cast.marco, 'police', 'how')
  on('2028-01-15')
  expect(await shownTo(house, cast.marco)).toMatchObject({
    number: 2,
    owed: 0,
    pages: ['police: why how', 'aid: why how'],
  })
  expect(await countHolders(house.db, courseId, '2028-01-15')).toBe(0)
  await passCourse(house, cast.marco)
  expect(await rows('certificates')).toHaveLength(2)
  expect(await rows('rereadings')).toEqual([])
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 2, owed: 0 })
})

test('whoever has nothing yet owes nothing, and a change without pages asks nobody', async () => {
  on('2026-04-01')
  expect((await change(house, cast, textNo(2), [], '2026-04-30')).told).toBe(0)
  expect(await shownTo(house, cast.marco)).toMatchObject({ number: 1, owed: 0 })
  await change(house, cast, textNo(3), [policeHow], '2026-04-30')
  expect(await shownTo(house, cast.noor)).toMatchObject({ number: 3, owed: 0 })
  expect((await noticesOf(house.db, cast.noor)).map(({ kind }) => kind)).toEqual(['employment-confirmed'])
  expect((await house.as(cast.noor, (work) => startEnrolment(work, courseId))).enrolment.renews).toBeNull()
})

test('only a trainer asks, for pages there are, by a day to come, once', async () => {
  on('2026-04-01')
  const { revision } = await change(house, cast, textNo(2), [], '2026-04-30')
  const ask = (who: string, pageId: string, dueOn: string) =>
    house.as(who, (work) => askToReread(work, { revision, pages: [{ moduleId: 'police', pageId }], dueOn }))
  await expect(ask(cast.marco, 'how', '2026-04-30')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(ask(cast.ada, 'gone', '2026-04-30')).rejects.toMatchObject({ code: 'conflict' })
  await expect(ask(cast.ada, 'how', '2026-04-01')).rejects.toMatchObject({ code: 'conflict' })
  await ask(cast.ada, 'how', '2026-04-02')
  await expect(ask(cast.ada, 'how', '2026-04-30')).rejects.toMatchObject({ code: 'conflict' })
})
