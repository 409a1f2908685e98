import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Revision } from '#courses/course.ts'
import { importCourses } from '#courses/import-courses.ts'
import { imageOf } from '#courses/pictures.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { offeredUpdates, settleUpdate } from '#courses/shipped-store.ts'
import { filesOf } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import { clockwork } from '#policy.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { changed, sampleFiles } from './sample-course.ts'

let folder = ''
let house: TestHouse
let reports: string[] = []
const run = () => importCourses(house, folder, (line) => reports.push(line))
const events = () => house.db.selectFrom('audit_events').select(['action', 'actor_id', 'particulars']).execute()

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'prove', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'courses-')), 'courses')
  house = await openTestHouse()
  reports = []
  write(sampleFiles)
})
afterEach(async () => {
  rmSync(dirname(folder), { recursive: true, force: true })
  await house.close()
})

test('a course in the folder is published by the clockwork, with its event', async () => {
  const [revision] = await run()
  expect(revision).toMatchObject({ courseId: 'prove', number: 1 })
  expect((await findPublished(house.db, 'prove'))?.document).toEqual(revision?.document)
  expect(await events()).toEqual([{ action: 'course.published', actor_id: 'clockwork', particulars: '{"number":1}' }])
})

test('the next start finds nothing to do', async () => {
  await run()
  expect(await run()).toEqual([])
  expect(await events()).toHaveLength(1)
})

test('changed text is a new revision; the old one stays as it was', async () => {
  const [first] = await run()
  write(changed('doer/da/01-hvorfor.md', 'Ring til', 'Ring altid til'))
  const [second] = await run()
  expect(second?.number).toBe(2)
  expect(second?.document.modules[0]?.pages[0]?.html.da).toContain('Ring altid til')
  expect(first?.document.modules[0]?.pages[0]?.html.da).toContain('Ring til')
  expect(await run()).toEqual([])
})

test('files that changed without changing what is read make no new revision', async () => {
  await run()
  write(changed('course.yaml', 'id: prove', '# a remark\nid: prove'))
  expect((await run()).map(({ number }) => number)).toEqual([1])
  expect(await run()).toEqual([])
  expect(await events()).toHaveLength(1)
})

test('a course with faults stays as it was published, and every start tells the faults', async () => {
  await run()
  write(changed('doer/da/quiz.md', '[x] 112', '[ ] 112'))
  for (let start = 0; start < 2; start++) expect(await run()).toEqual([])
  expect(reports).toContain('courses/prove/doer/da/quiz.md:3 question "hvem" has no right answer')
  expect(reports).toHaveLength(6)
  expect((await findPublished(house.db, 'prove'))?.number).toBe(1)
})

test('a whole course is published although another has faults', async () => {
  mkdirSync(join(folder, 'andet'))
  expect((await run()).map(({ courseId }) => courseId)).toEqual(['prove'])
  expect(reports).toEqual(['courses/andet/course.yaml:1 the file is missing'])
})

test('a folder that is not there holds no courses', async () => {
  expect(await importCourses(house, join(folder, 'nothing'))).toEqual([])
})

test('pictures have the address of their revision and are served from it', async () => {
  const [revision] = await run()
  if (!revision) throw new Error('nothing was published')
  const address = `/learning/images/${revision.id}/doer/kort.svg`
  expect(revision.document.modules[0]?.pages[0]?.html.da).toContain(`<img src="${address}" alt="Hvorfor">`)
  const image = imageOf(revision, 'doer/kort.svg')
  expect(image?.type).toBe('image/svg+xml')
  expect(image?.bytes.toString()).toBe(sampleFiles['doer/kort.svg'])
  for (const name of ['doer/andet.svg', 'constructor', '__proto__']) expect(imageOf(revision, name)).toBeNull()
})

/** A trainer changed one word and published it. */
async function publishOwn(from: string, to: string) {
  const [before] = await run()
  const files = new Map(
    Object.entries({ ...sampleFiles, ...changed('doer/da/01-hvorfor.md', from, to) }).map(
      ([path, text]) => [path, new TextEncoder().encode(text)] as const,
    ),
  )
  const course = { ...(before as Revision).document, validityMonths: 13 }
  return house.as(clockwork, (work) => publishRevision(work, course, { files, origin: 'town' }))
}
const offered = async () => (await offeredUpdates(house.db, 'prove')).map(({ path }) => path)

test('a town that writes the course itself keeps its text and is offered what changed', async () => {
  await publishOwn('Ring til', 'Ring straks til')
  write({
    ...changed('doer/en/01-hvorfor.md', 'Call', 'Always call'),
    'doer/da/03-nyt.md': '# Nyt\n\nTekst.\n',
    'doer/en/03-nyt.md': '# New\n\nText.\n',
  })
  expect(await run()).toEqual([])
  expect((await findPublished(house.db, 'prove'))?.document.validityMonths).toBe(13)
  expect(await offered()).toEqual(['doer/da/03-nyt.md', 'doer/en/01-hvorfor.md', 'doer/en/03-nyt.md'])
  await settleUpdate(house.db, { courseId: 'prove', path: 'doer/da/03-nyt.md' })
  expect(await run()).toEqual([])
  expect(await offered()).toEqual(['doer/en/01-hvorfor.md', 'doer/en/03-nyt.md'])
})

test('what comes along as the town already has it is not offered', async () => {
  await publishOwn('Ring til', 'Ring straks til')
  write(changed('doer/da/01-hvorfor.md', 'Ring til', 'Ring straks til'))
  await run()
  expect(await offered()).toEqual([])
})

test('a revision from before its files were kept has them after the next start', async () => {
  const [first] = await run()
  for (const table of ['revision_files', 'shipped_files', 'course_sources'] as const)
    await house.db.deleteFrom(table).execute()
  await run()
  const files = await filesOf(house.db, first?.id ?? '')
  expect([...files.keys()]).toEqual(Object.keys(sampleFiles).toSorted())
  expect(await offered()).toEqual([])
})

test('files that were renamed without changing what is read are the files of the revision, and the old ones are not', async () => {
  const [first] = await run()
  for (const language of ['da', 'en'])
    renameSync(
      join(folder, 'prove/doer', language, '02-hvordan.md'),
      join(folder, 'prove/doer', language, '03-hvordan.md'),
    )
  expect((await run()).map(({ id }) => id)).toEqual([first?.id])
  const files = [...(await filesOf(house.db, first?.id ?? '')).keys()]
  expect(files).toEqual(
    Object.keys(sampleFiles)
      .map((path) => path.replace('02-hvordan', '03-hvordan'))
      .toSorted(),
  )
})
