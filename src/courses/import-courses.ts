import { inWork, type Reading, type Source, type Work } from '#db/work.ts'
import { clockwork } from '#policy.ts'
import type { CourseDocument, Revision } from './course.ts'
import { faultLine } from './faults.ts'
import { type CourseFolder, readFolders } from './folder.ts'
import { publishRevision } from './publish-revision.ts'
import { sourceHash } from './source-hash.ts'
import { findSource, saveSource } from './store.ts'

interface Changed {
  folder: CourseFolder
  sha256: string
}

/**
 * At the start: publishes the courses in a folder whose text changed since it was last read, as the clockwork. Unchanged
 * files are only hashed, and what reads Markdown and YAML is not even loaded. A course with faults stays as it was
 * published before; `report` hears every fault.
 */
export async function importCourses(
  source: Source,
  folder: string,
  report: (line: string) => void = console.error,
): Promise<Revision[]> {
  const changed = await listChanged(source.db, readFolders(folder))
  if (changed.length === 0) return []

  const { readCourse } = await import('./read-course.ts')
  const read = changed.map(({ folder, sha256 }) => ({ sha256, ...readCourse(folder) }))
  for (const { faults } of read) for (const fault of faults) report(faultLine(fault, 'en'))
  const whole = read.flatMap(({ course, sha256 }) => (course ? [{ course, sha256 }] : []))
  return whole.length === 0 ? [] : inWork(source, clockwork, (work) => publishCourses(work, whole))
}

async function publishCourses(
  work: Work,
  courses: readonly { course: CourseDocument; sha256: string }[],
): Promise<Revision[]> {
  const published: Revision[] = []
  for (const { course, sha256 } of courses) {
    published.push(await publishRevision(work, course))
    await saveSource(work.db, { courseId: course.id, sha256, at: work.at })
  }
  return published
}

async function listChanged(db: Reading, folders: readonly CourseFolder[]): Promise<Changed[]> {
  const changed: Changed[] = []
  for (const folder of folders) {
    const sha256 = sourceHash(folder)
    if ((await findSource(db, folder.id)) !== sha256) changed.push({ folder, sha256 })
  }
  return changed
}
