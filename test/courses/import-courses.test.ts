import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importCourses } from '#courses/import-courses.ts'
import { imageOf } from '#courses/pictures.ts'
import { findPublished } from '#courses/store.ts'
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
