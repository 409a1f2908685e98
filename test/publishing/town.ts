import type { FastifyInstance } from 'fastify'
import { buildApp } from '#app.ts'
import type { CourseDocument, Revision } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { readCourse } from '#courses/read-course.ts'
import { baseOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { openReader } from '#reader/open-reader.ts'
import { changed, folderOf, sampleFiles } from '../courses/sample-course.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** A town whose trainers write the sample course: it is published from files, and Ada is signed in. */
export interface WritingTown {
  house: TestHouse
  cast: Cast
  app: FastifyInstance
  ada: Browser
  published: Revision
  /** Saves a file as somebody has it before her now. */
  write(path: string, text: string | null, who?: string): Promise<void>
  close(): Promise<void>
}

export const courseId = 'prove'
export const base = `/authoring/${courseId}`
export const bytesOf = (text: string) => new TextEncoder().encode(text)
/** A file of the sample with one text replaced by another. */
export const edited = (path: keyof typeof sampleFiles, from: string, to: string): string =>
  changed(path, from, to)[path] as string

export function readSample(files: Readonly<Record<string, string>> = sampleFiles): CourseDocument {
  const { course, faults } = readCourse(folderOf(files, courseId))
  if (!course) throw new Error(JSON.stringify(faults))
  return course
}

export const filesOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]))

/** Starting to read takes longer than reading: the towns of a test file share one reader, whose idle thread keeps nothing open. */
const reader = openReader()

export async function openWritingTown(): Promise<WritingTown> {
  const house = Object.assign(await openTestHouse(), { reader })
  const cast = await settleCast(house)
  const published = await house.as(clockwork, (work) =>
    publishRevision(work, readSample(), { files: filesOf(sampleFiles), origin: 'shipped' }),
  )
  const app = await buildApp(house)
  const write = (path: string, text: string | null, who = cast.ada) =>
    house.as(who, async (work) => {
      const seen = baseOf(await getWorkingFile(work.db, courseId, path))
      await saveDraft(work, { courseId, path, base: seen, bytes: text === null ? null : bytesOf(text) })
    })
  const close = async () => {
    await app.close()
    await house.close()
  }
  return {
    house,
    cast,
    app,
    ada: openBrowser(app, { cookie: await cookieOf(house, cast.ada) }),
    published,
    write,
    close,
  }
}
