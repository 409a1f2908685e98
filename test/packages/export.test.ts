import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { coursesFolder } from '#config.ts'
import type { CourseDocument } from '#courses/course.ts'
import { readFolders } from '#courses/folder.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { readCourse } from '#courses/read-course.ts'
import { publishedBase } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { workingFolder } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { multipart } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'
import { publishFiles } from '../support/trainers.ts'
import { bytesOf } from './zip-bytes.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const open = async (url: string) => app.inject({ url, headers: { cookie: await cookieOf(house, cast.ada) } })

test('a course published here goes out, and in at another town with the same revision hash', async () => {
  const folder = readFolders(coursesFolder).find(({ id }) => id === 'tryg-for-alle')
  if (!folder) throw new Error('no such course')
  const files = new Map([...folder.files].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])))
  const read = readCourse(folder).course as CourseDocument
  const sent = await house.as(clockwork, (work) => publishRevision(work, read, { files, origin: 'town' }))
  const zip = await open('/authoring/tryg-for-alle/course.zip')
  expect(zip.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="tryg-for-alle-1.zip"',
    'x-content-type-options': 'nosniff',
  })

  const there = await openTestHouse()
  await settleCast(there)
  const away = await buildApp(there)
  const cookie = await cookieOf(there, cast.ada)
  const { payload, headers } = multipart([{ name: 'file', file: 'x.zip', bytes: zip.rawPayload }])
  const came = await away.inject({ method: 'POST', url: '/authoring/import', payload, headers: { ...headers, cookie } })
  const address = String(came.headers.location)
  const shown = await away.inject({ url: address, headers: { cookie } })
  expect(shown.body).toContain('There are no faults in the course')
  expect(shown.body).toContain('Revision 1 where it comes from.')
  const taken = await post(away, address, { take: 'all', seen: '' }, { cookie })
  expect([taken.statusCode, taken.headers.location]).toEqual([303, '/authoring/tryg-for-alle'])
  const { course } = readCourse(await workingFolder(there.db, 'tryg-for-alle'))
  const revision = await there.as(clockwork, (work) => publishRevision(work, course as CourseDocument))
  expect([revision.id, revision.sha256]).toEqual([sent.id, sent.sha256])
  await away.close()
  await there.close()
})

test('drafts go out as they would be published now', async () => {
  await publishFiles(house, { 'course.yaml': 'id: grundkursus\n', 'police/da/01-why.md': 'why\n' })
  const path = 'police/da/03-when.md'
  await house.as(cast.ada, (work) =>
    saveDraft(work, { courseId: 'grundkursus', path, base: publishedBase(null), bytes: bytesOf('when\n') }),
  )
  const zip = await open('/authoring/grundkursus/course.zip?drafts=1')
  expect(zip.headers['content-disposition']).toBe('attachment; filename="grundkursus-2026-11-22.zip"')
  expect(zip.rawPayload.includes(path)).toBe(true)
  expect((await open('/authoring/grundkursus/course.zip')).rawPayload.includes(path)).toBe(false)
  expect((await open('/authoring/nothing/course.zip')).statusCode).toBe(404)
  expect((await open('/authoring/nothing/course.zip?drafts=1')).statusCode).toBe(404)
})

test('a revision from before its files were kept cannot go out', async () => {
  expect((await open('/authoring/grundkursus/course.zip')).statusCode).toBe(409)
})
