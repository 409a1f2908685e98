import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { readCourseFile } from '#courses/course-file.ts'
import { readModuleFile } from '#courses/module-file.ts'
import { type FileList, keptFiles } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { Language } from '#web/language.ts'
import { commentsOf } from './comment-store.ts'
import type { RequestsFacts } from './request-pages.ts'
import { courseSignOffs, signOffsFor } from './sign-off-store.ts'
import { requestsOf } from './store.ts'

/** Everything a trainer's page about reviews of a course tells. Refuses: not-found for a course that is neither published nor being written. */
export async function findRequests(
  db: Reading,
  courseId: string,
  { at, language }: { at: Instant; language: Language },
): Promise<RequestsFacts> {
  const now = listOf(await workingFiles(db, courseId))
  const published = await findPublished(db, courseId)
  found(now.size > 0 || published ? now : null, 'course')
  const comments = await commentsOf(db, courseId)
  const spokenOf = [...new Set(comments.map(({ path }) => path))].flatMap((path) => now.get(path) ?? [])
  const texts = await textsOf(db, [...spokenOf, ...yamlOf(now)])
  const textAt = (path: string) => texts.get(now.get(path) ?? '') ?? ''
  const course = readCourseFile(textAt('course.yaml'), courseId, () => {})
  const ids = [...new Set([...now.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))]
  const inOrder = [...(course?.modules ?? []).filter((id) => ids.includes(id)), ...ids]
  const titleOf = (id: string) => readModuleFile(textAt(`${id}/module.yaml`), () => {})?.title[language] ?? id
  const holding = new Set((await signOffsFor(db, courseId, now)).map(({ id }) => id))
  return {
    courseId,
    courseTitle: course?.title[language] ?? published?.document.title[language] ?? courseId,
    modules: new Map(inOrder.map((id) => [id, titleOf(id)])),
    requests: await requestsOf(db, courseId),
    comments,
    now,
    texts,
    signOffs: await courseSignOffs(db, courseId),
    holding,
    at,
  }
}

const yamlOf = (files: FileList) => [...files].filter(([path]) => path.endsWith('.yaml')).map(([, sha256]) => sha256)

async function textsOf(db: Reading, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = await keptFiles(db, hashes)
  return new Map([...files].map(([sha256, bytes]) => [sha256, new TextDecoder().decode(bytes)]))
}
