import { inWork, type Reading, type Source, type Work } from '#db/work.ts'
import { clockwork } from '#policy.ts'
import type { CourseDocument, Revision } from './course.ts'
import { faultLine } from './faults.ts'
import { type CourseFolder, readFolders } from './folder.ts'
import { publishRevision } from './publish-revision.ts'
import { noteShipped, settleUpdate } from './shipped-store.ts'
import { sourceHash } from './source-hash.ts'
import { filesOf, keepFile, saveFiles } from './source-store.ts'
import { findPublished, findSource, saveSource } from './store.ts'

interface Changed {
  folder: CourseFolder
  sha256: string
}

/**
 * At the start: takes in the courses of a folder whose text changed since it was last read, as the clockwork. Unchanged files are only hashed,
 * and what reads Markdown and YAML is not even loaded. A town that writes a course itself keeps its text and is offered what changed; other
 * courses are published. One with faults stays as it was; `report` hears every fault. The revisions it published.
 */
export async function importCourses(
  source: Source,
  folder: string,
  report: (line: string) => void = console.error,
): Promise<Revision[]> {
  const changed = await listChanged(source.db, readFolders(folder))
  if (changed.length === 0) return []

  const { readCourse } = await import('./read-course.ts')
  const read = changed.map(({ folder, sha256 }) => ({ folder, sha256, ...readCourse(folder) }))
  for (const { faults } of read) for (const fault of faults) report(faultLine(fault, 'en'))
  const whole = read.flatMap(({ course, ...from }) => (course ? [{ course, ...from }] : []))
  return whole.length === 0 ? [] : inWork(source, clockwork, (work) => takeIn(work, whole))
}

async function takeIn(work: Work, courses: readonly (Changed & { course: CourseDocument })[]): Promise<Revision[]> {
  const published: Revision[] = []
  for (const { course, folder, sha256 } of courses) {
    const files = new Map([...folder.files].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])))
    const newest = await findPublished(work.db, course.id)
    if (newest?.origin === 'town') await offer(work, newest, files)
    else published.push(await publishShipped(work, course, files))
    await saveSource(work.db, { courseId: course.id, sha256, at: work.at })
  }
  return published
}

type Files = ReadonlyMap<string, Uint8Array>

async function publishShipped(work: Work, course: CourseDocument, files: Files): Promise<Revision> {
  const revision = await publishRevision(work, course, { files, origin: 'shipped' })
  const kept = await saveFiles(work.db, revision.id, files)
  await noteShipped(work.db, { courseId: course.id, files: kept, settled: true })
  return revision
}

async function offer(work: Work, { id, courseId }: Revision, files: Files): Promise<void> {
  const kept = new Map<string, string>()
  for (const [path, bytes] of files) kept.set(path, await keepFile(work.db, bytes))
  await noteShipped(work.db, { courseId, files: kept, settled: false })
  const own = await filesOf(work.db, id)
  const alike = [...kept].filter(([path, sha256]) => own.get(path) === sha256)
  for (const [path] of alike) await settleUpdate(work.db, { courseId, path })
}

async function listChanged(db: Reading, folders: readonly CourseFolder[]): Promise<Changed[]> {
  const changed: Changed[] = []
  for (const folder of folders) {
    const sha256 = sourceHash(folder)
    if ((await findSource(db, folder.id)) !== sha256) changed.push({ folder, sha256 })
  }
  return changed
}
