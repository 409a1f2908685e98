import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Refusal } from '#base/refusal.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { findPublished, getRevision, listPublished, saveRevision } from '#courses/store.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
})
afterEach(() => house.close())

const other = { ...tinyCourse, id: 'andet' }

test('what is published is what is read again, by its id and as the newest', async () => {
  const revision = await house.as(clockwork, (work) => publishRevision(work, tinyCourse))
  expect(revision.document).toEqual(tinyCourse)
  expect(await getRevision(house.db, revision.id)).toEqual(revision)
  expect(await findPublished(house.db, 'grundkursus')).toEqual(revision)
  expect(revision.id).toMatch(/^grundkursus-[0-9a-f]{16}$/)
})

test('the same text is the same revision, changed text the next', async () => {
  const again = await house.as(cast.ada, (work) => publishRevision(work, tinyCourse))
  expect([again.id, again.number]).toEqual([cast.revision, 1])
  const next = await house.as(cast.ada, (work) => publishRevision(work, { ...tinyCourse, validityMonths: 12 }))
  expect(next.number).toBe(2)
})

test('every course is listed with its newest revision', async () => {
  await house.as(cast.ada, (work) => publishRevision(work, { ...tinyCourse, validityMonths: 12 }))
  await house.as(cast.ada, (work) => publishRevision(work, other))
  expect((await listPublished(house.db)).map(({ courseId, number }) => `${courseId} ${number}`)).toEqual([
    'andet 1',
    'grundkursus 2',
  ])
})

test('only trainers and the clockwork publish', async () => {
  for (const person of [cast.ines, cast.marco, cast.pernille, cast.noor]) {
    const attempt = house.as(person, (work) => publishRevision(work, other))
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' } satisfies Partial<Refusal>)
  }
  expect(await findPublished(house.db, 'andet')).toBeNull()
})

test('a course or revision that is not there is not found', async () => {
  expect(await findPublished(house.db, 'nothing')).toBeNull()
  await expect(getRevision(house.db, 'nothing-0')).rejects.toMatchObject({ code: 'not-found' })
})

test('a text published before courses had cards, exercises and courses to build on opens as one without them', async () => {
  const { buildsOn, modules, ...older } = tinyCourse
  const before = { ...older, modules: modules.map(({ exercise, card, ...module }) => module) }
  const row = {
    id: 'older-1',
    courseId: 'older',
    number: 1,
    sha256: 'x',
    at: house.clock().toISOString(),
    by: cast.ada,
    origin: 'shipped' as const,
    note: null,
  }
  await house.as(cast.ada, (work) => saveRevision(work.db, { ...row, document: JSON.stringify(before) }))
  expect((await getRevision(house.db, 'older-1')).document).toEqual(tinyCourse)
})
