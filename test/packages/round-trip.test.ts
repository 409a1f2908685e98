import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { coursesFolder } from '#config.ts'
import { type CourseFolder, readFolders } from '#courses/folder.ts'
import { readCourse } from '#courses/read-course.ts'
import type { Files } from '#packages/manifest.ts'
import { packCourse } from '#packages/pack-course.ts'
import { unpackCourse } from '#packages/unpack-course.ts'
import { checkCourses } from '#proofreading/check-courses.ts'

const about = {
  revision: { number: 3, sha256: 'a'.repeat(64) },
  exportedAt: '2026-11-22T12:00:00.000Z',
  exportedFrom: 'Holstebro',
}
const filesIn = ({ files }: CourseFolder): Files =>
  new Map([...files].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])))
const revisionHash = (folder: CourseFolder) => {
  const { course, faults } = readCourse(folder)
  expect(faults).toEqual([])
  return createHash('sha256').update(JSON.stringify(course)).digest('hex')
}
const shipped = readFolders(coursesFolder)

test.each(shipped.map((folder) => [folder.id, folder] as const))(
  '%s goes out and in again as the same revision',
  async (courseId, folder) => {
    const unpacked = await unpackCourse(await packCourse({ courseId, ...about }, filesIn(folder)))
    if (!unpacked.ok) throw new Error(unpacked.fault.code)
    expect(unpacked.manifest).toMatchObject({ courseId, ...about })
    expect([...unpacked.files.keys()]).toEqual([...folder.files.keys()])
    expect(revisionHash({ ...folder, files: unpacked.files })).toBe(revisionHash(folder))
  },
)

test('the same course gives the same bytes, in whatever order its files come', async () => {
  const [folder] = shipped as [CourseFolder]
  const files = filesIn(folder)
  const one = await packCourse({ courseId: folder.id, ...about }, files)
  const other = await packCourse({ courseId: folder.id, ...about }, new Map([...files].toReversed()))
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
})

test('the unpacked zip is a folder that check-courses takes', async () => {
  const folder = shipped.find(({ id }) => id === 'tryg-for-alle') as CourseFolder
  const unpacked = await unpackCourse(await packCourse({ courseId: folder.id, ...about }, filesIn(folder)))
  if (!unpacked.ok) throw new Error(unpacked.fault.code)
  const root = mkdtempSync(join(tmpdir(), 'trygt-package-'))
  writeFileSync(join(root, 'manifest.json'), '{}')
  for (const [path, bytes] of unpacked.files) {
    const file = join(root, folder.id, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  expect((await checkCourses(root)).ok).toBe(true)
  rmSync(root, { recursive: true })
})
