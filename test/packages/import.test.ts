import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { keptFile } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import { publishedBase, stateOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile, workingFiles, workingFolder } from '#drafts/store.ts'
import { daysKept, tidyPackages } from '#packages/tidy-packages.ts'
import { clockwork } from '#policy.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { multipart } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'
import { addTrainer, publishFiles } from '../support/trainers.ts'
import { bytesOf, packageOf } from './zip-bytes.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

/** One house for all: the thread that reads texts takes longer to start than all of this. */
beforeAll(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  for (const table of ['packages', 'drafts'] as const) await house.db.deleteFrom(table).execute()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

const open = async (url: string, who = cast.ada) => app.inject({ url, headers: { cookie: await cookieOf(house, who) } })
const press = async (url: string, fields: Record<string, string> = {}, who = cast.ada) =>
  post(app, url, fields, { cookie: await cookieOf(house, who) })
const send = async (bytes: Uint8Array, who = cast.ada) => {
  const { payload, headers } = multipart([{ name: 'file', file: 'kursus.zip', type: 'application/zip', bytes }])
  const cookie = await cookieOf(house, who)
  return app.inject({ method: 'POST', url: '/authoring/import', payload, headers: { ...headers, cookie } })
}
const received = async (bytes: Uint8Array) => {
  const answer = await send(bytes)
  expect([answer.statusCode, answer.body]).toEqual([303, ''])
  return String(answer.headers.location)
}
const seenOn = (body: string) => parse(body).querySelector('input[name=seen]')?.getAttribute('value') ?? ''
const glas = { 'course.yaml': 'id: glas\n', 'glas/da/01-hvorfor.md': '# <script>alert(1)</script>\n' }

test('a new course is shown, then taken as drafts; nothing is published', async () => {
  const address = await received(packageOf(glas))
  expect(await workingFiles(house.db, 'glas')).toEqual([])
  const page = await open(address)
  expect(page.body).toContain('You do not have this course yet')
  expect(page.body).toMatch(/There are \d+ faults in the course/)
  expect(page.body).not.toContain('<script>alert')
  const file = await open(`${address}?file=glas%2Fda%2F01-hvorfor.md`)
  expect(file.body).toContain('&lt;script&gt;alert(1)')
  expect((await press(address, { take: 'all', seen: '' })).headers.location).toBe('/authoring/glas')
  const files = await workingFiles(house.db, 'glas')
  expect(files.map((one) => [one.path, stateOf(one)])).toEqual([
    ['course.yaml', 'draft'],
    ['glas/da/01-hvorfor.md', 'draft'],
  ])
  expect(await findPublished(house.db, 'glas')).toBeNull()
  expect((await open(address)).statusCode).toBe(404)
})

const here = { 'course.yaml': 'id: grundkursus\n', 'police/da/01-why.md': 'why\n', 'police/da/02-how.md': 'how\n' }
const arriving = { ...here, 'police/da/01-why.md': 'why, better\n', 'police/da/03-when.md': 'when\n' }
const update = () => {
  const { 'police/da/02-how.md': _gone, ...files } = arriving
  return received(packageOf(files, [], { courseId: 'grundkursus' }))
}

test('an update is shown file by file, and what is chosen is taken', async () => {
  await publishFiles(house, here)
  const address = await update()
  const page = await open(address)
  expect(page.body).toContain('1 new file, 1 changed file and 1 file the package does not have')
  const ticks = parse(page.body).querySelectorAll('input[name=file]')
  expect(ticks.map((tick) => [tick.getAttribute('value'), tick.hasAttribute('checked')])).toEqual([
    ['police/da/01-why.md', true],
    ['police/da/02-how.md', false],
    ['police/da/03-when.md', true],
  ])
  const none = await press(address, { take: 'chosen', seen: seenOn(page.body) })
  expect([none.statusCode, none.body.includes('Tick at least one file')]).toEqual([422, true])
  await press(address, { take: 'chosen', seen: seenOn(page.body), file: 'police/da/01-why.md' })
  const files = await workingFiles(house.db, 'grundkursus')
  expect(files.filter((one) => one.drafts.length > 0).map((one) => one.path)).toEqual(['police/da/01-why.md'])
  const again = await open(address)
  expect(again.body).toContain('1 new file and 1 file the package does not have')
  await press(address, { take: 'all', seen: seenOn(again.body) })
  expect([...(await workingFolder(house.db, 'grundkursus')).files.keys()]).toEqual([
    'course.yaml',
    'police/da/01-why.md',
    'police/da/03-when.md',
  ])
})

test('what somebody is writing stays beside what is taken', async () => {
  await publishFiles(house, here)
  const bo = await addTrainer(house)
  const path = 'police/da/01-why.md'
  const { published } = await getWorkingFile(house.db, 'grundkursus', path)
  const base = publishedBase(published)
  await house.as(bo, (work) => saveDraft(work, { courseId: 'grundkursus', path, base, bytes: bytesOf('from Bo\n') }))
  const address = await update()
  const page = await open(address)
  expect(page.body).toContain('Somebody is writing in it.')
  await press(address, { take: 'all', seen: seenOn(page.body) })
  const { drafts } = await getWorkingFile(house.db, 'grundkursus', path)
  const texts = await Promise.all(drafts.map(({ sha256 }) => keptFile(house.db, sha256 as string)))
  expect(texts.map((text) => Buffer.from(text).toString())).toEqual(['from Bo\n', 'why, better\n'])
})

test('what was published in the meantime is told before anything is taken', async () => {
  await publishFiles(house, here)
  const address = await update()
  const seen = seenOn((await open(address)).body)
  await publishFiles(house, { ...here, 'police/da/02-how.md': 'how, now\n' })
  expect((await press(address, { take: 'all', seen })).statusCode).toBe(422)
  expect((await workingFiles(house.db, 'grundkursus')).flatMap(({ drafts }) => drafts)).toEqual([])
})

test('a refused package leaves no trace and is told in words', async () => {
  const link = { name: 'glas/glas/<b>.png', bytes: bytesOf('/etc/passwd'), attributes: (0o120777 << 16) >>> 0 }
  const kept = () => house.db.selectFrom('source_files').select('sha256').execute()
  const events = async () => {
    const rows = await house.db.selectFrom('audit_events').select('action').where('actor_id', '=', cast.ada).execute()
    return rows.filter(({ action }) => !action.startsWith('sign-in'))
  }
  const before = [await kept(), await events()]
  for (const [bytes, status, words] of [
    [packageOf(glas, [link]), 422, '&lt;b&gt;.png'],
    [Buffer.from('no zip'), 422, 'not a zip file'],
    [Buffer.alloc(0), 422, 'Choose a file first'],
    [Buffer.alloc(10_000_001), 413, 'larger than 10 MB'],
  ] as const) {
    const answer = await send(bytes)
    expect([words, answer.statusCode, answer.body.includes(words)]).toEqual([words, status, true])
    expect(answer.body).not.toContain('<b>')
  }
  for (const table of ['packages', 'drafts'] as const)
    expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([])
  expect([await kept(), await events()]).toEqual(before)
})

test('the same file waits once; it can be removed, and goes by itself', async () => {
  const address = await received(packageOf(glas))
  expect(await received(packageOf(glas))).toBe(address)
  expect((await open('/authoring/import')).body).toContain(`href="${address}"`)
  expect((await press(`${address}/removal`)).headers.location).toBe('/authoring/import')
  expect((await open(address)).statusCode).toBe(404)
  const second = await received(packageOf(glas))
  house.at('2026-12-22T12:00:00Z')
  await house.as(clockwork, tidyPackages)
  expect((await open(second)).statusCode).toBe(200)
  house.at('2026-12-24T12:00:00Z')
  await house.as(clockwork, tidyPackages)
  expect([daysKept, (await open(second)).statusCode]).toEqual([30, 404])
})

test('a picture of a package is shown as what it is, and never one that would run a script', async () => {
  const files = {
    ...glas,
    'glas/kost.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'glas/ond.svg': '<svg onload="x"/>',
  }
  const address = await received(packageOf(files))
  const page = await open(`${address}?file=glas%2Fkost.svg`)
  const url = parse(page.body).querySelector('figure img')?.getAttribute('src') ?? ''
  const picture = await open(url)
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect(String(picture.headers['content-security-policy'])).toMatch(/; sandbox$/)
  expect((await open(url.replace('kost', 'ond'))).statusCode).toBe(404)
  expect((await open(`${address}?file=glas%2Fnothing.svg`)).statusCode).toBe(404)
})

test('to whoever is no trainer there is nothing of it', async () => {
  const address = await received(packageOf(glas))
  for (const who of [cast.ines, cast.marco, cast.olga, cast.pernille]) {
    const answers = [
      await open('/authoring/import', who),
      await open(address, who),
      await open('/authoring/grundkursus/course.zip', who),
      await send(packageOf(glas), who),
      await press(address, { take: 'all', seen: '' }, who),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  }
})
