import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '#base/refusal.ts'
import { type FileList, filesOf } from '#courses/source-store.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { recordSignOffs } from '#reviewing/record-sign-offs.ts'
import type { ReviewRequest } from '#reviewing/request.ts'
import { signOff } from '#reviewing/sign-module.ts'
import { moduleSha256, reviewsOf } from '#reviewing/sign-off.ts'
import { signOffsFor, signOffsOf } from '#reviewing/sign-off-store.ts'
import { requestsOf } from '#reviewing/store.ts'
import { withdrawSignOff } from '#reviewing/withdraw-sign-off.ts'
import { changed, sampleFiles } from '../courses/sample-course.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { askPernille, courseId, moduleId, publishSample, writeDraft } from './sample-town.ts'

let house: TestHouse
let cast: Cast
let first: string
let request: ReviewRequest
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  first = (await publishSample(house)).id
  await askPernille(house, cast)
  request = (await requestsOf(house.db, courseId))[0] as ReviewRequest
})
afterEach(() => house.close())

const read = async (): Promise<FileList> => listOf(await workingFiles(house.db, courseId))
const sign = async (name = 'Pernille Skov', seen?: FileList) => {
  const files = seen ?? (await read())
  return house.as(clockwork, (work) => signOff(work, { request, read: files, name, role: 'police' }))
}
const namesOn = async (revisionId: string) => (await signOffsOf(house.db, revisionId)).map(({ name }) => name)
const publishNext = async (files: Record<string, string>) => {
  const { id } = await publishSample(house, files)
  const list = await filesOf(house.db, id)
  await house.as(clockwork, (work) => recordSignOffs(work, id, courseId, list))
  return id
}
const otherCourse = { 'course.yaml': sampleFiles['course.yaml'].replace('Kort kursus.', 'Et kort kursus.') }

test('a module’s hash is of its own paths and files, in any order, and of nothing else', () => {
  const files = new Map([
    ['course.yaml', 'a'],
    ['door/da/01-why.md', 'b'],
    ['door/module.yaml', 'c'],
    ['doorway/module.yaml', 'd'],
  ])
  const hash = moduleSha256(files, 'door')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(moduleSha256(new Map([...files].toReversed()), 'door')).toBe(hash)
  expect(moduleSha256(new Map([...files, ['course.yaml', 'x'], ['doorway/module.yaml', 'y']]), 'door')).toBe(hash)
  expect(moduleSha256(new Map([...files, ['door/da/01-why.md', 'x']]), 'door')).not.toBe(hash)
  expect(moduleSha256(new Map([...files, ['door/kort.svg', 'e']]), 'door')).not.toBe(hash)
  expect(moduleSha256(files, 'window')).toBe('')
})

test('what is signed and published word for word holds at once, and for every later revision with that module', async () => {
  await sign()
  await sign()
  expect(await namesOn(first)).toEqual(['Pernille Skov'])
  const second = await publishNext(otherCourse)
  expect(second).not.toBe(first)
  expect(await namesOn(second)).toEqual(['Pernille Skov'])
  const third = await publishNext(changed('doer/da/02-hvordan.md', 'Sådan', 'Sådan her'))
  expect([await namesOn(third), await namesOn(first)]).toEqual([[], ['Pernille Skov']])
})

test('what is signed as a draft holds for no revision until it is published', async () => {
  const text = sampleFiles['doer/en/02-hvordan.md'].replace('Like this', 'Like that')
  await writeDraft(house, cast.ada, 'doer/en/02-hvordan.md', text)
  await sign()
  expect(await namesOn(first)).toEqual([])
  expect((await signOffsFor(house.db, courseId, await read())).map(({ name }) => name)).toEqual(['Pernille Skov'])
  expect(await namesOn(await publishNext({ 'doer/en/02-hvordan.md': text }))).toEqual(['Pernille Skov'])
})

test('another text than was read is not signed, nor with a link that opens nothing', async () => {
  const seen = await read()
  await writeDraft(house, cast.ada, 'doer/da/02-hvordan.md', '# Hvordan\n\nEn anden tekst.\n')
  await expect(sign('Pernille', seen)).rejects.toMatchObject({ code: 'conflict' })
  await expect(sign('Pernille', new Map())).rejects.toBeInstanceOf(Refusal)
  request = { ...request, endedAt: '2026-11-22T12:00:00.000Z' }
  await expect(sign()).rejects.toMatchObject({ code: 'gone' })
  expect(await signOffsFor(house.db, courseId, await read())).toEqual([])
})

test('Ada withdraws a wrong one, and it is shown nowhere any more; Olga may not', async () => {
  await sign()
  const [signed] = await signOffsOf(house.db, first)
  const id = signed?.id ?? ''
  await expect(house.as(cast.olga, (work) => withdrawSignOff(work, courseId, id))).rejects.toMatchObject({
    code: 'forbidden',
  })
  await house.as(cast.ada, (work) => withdrawSignOff(work, courseId, id))
  expect(await namesOn(first)).toEqual([])
  expect(await namesOn(await publishNext(otherCourse))).toEqual([])
  await expect(house.as(cast.ada, (work) => withdrawSignOff(work, courseId, id))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('of a withdrawn one the name is forgotten; role and day stay, for the certificates that were issued while it stood', async () => {
  await sign()
  const at = async (instant: string) =>
    (await signOffsOf(house.db, first, instant)).map(({ name, role, signedOn }) => [name, role, signedOn])
  const [signed] = await signOffsOf(house.db, first)
  house.at('2026-11-24T10:00:00Z')
  await house.as(cast.ada, (work) => withdrawSignOff(work, courseId, signed?.id ?? ''))
  const rows = await house.db.selectFrom('sign_offs').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('Pernille')
  expect(await at('2026-11-22T00:00:00.000Z')).toEqual([])
  expect(await at('2026-11-23T10:00:00.000Z')).toEqual([['', 'police', '2026-11-22']])
  expect(await at('2026-11-24T10:00:00.000Z')).toEqual([])
  const before = await signOffsOf(house.db, first, '2026-11-23T10:00:00.000Z')
  expect(reviewsOf({ id: moduleId, reviewed: [] }, before)).toEqual([{ name: null, role: 'police', on: '2026-11-22' }])
})

test('what was signed after a day did not hold on it, nor on a revision before it was noted there', async () => {
  house.at('2026-11-25T10:00:00Z')
  await sign()
  expect(await signOffsOf(house.db, first, '2026-11-24T10:00:00.000Z')).toEqual([])
  expect(await signOffsOf(house.db, first, '2026-11-25T10:00:00.000Z')).toHaveLength(1)
})

test('who has reviewed a module is told by its file and by who signed it', async () => {
  await sign()
  const told = [{ by: 'Bo', role: 'lawyer', on: '2026-11-01' }]
  expect(reviewsOf({ id: moduleId, reviewed: told }, await signOffsOf(house.db, first))).toEqual([
    { name: 'Bo', role: 'lawyer', on: '2026-11-01' },
    { name: 'Pernille Skov', role: 'police', on: '2026-11-22' },
  ])
  expect(reviewsOf({ id: 'another', reviewed: [] }, await signOffsOf(house.db, first))).toEqual([])
})
