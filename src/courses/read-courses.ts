import type { CourseDocument } from './course.ts'
import { type Fault, sortFaults } from './faults.ts'
import { readFolders } from './folder.ts'
import { readCourse } from './read-course.ts'

/** Reads every course in a folder such as `courses/`. A course with faults is not among the courses. */
export async function readCourses(folder: string): Promise<{ courses: CourseDocument[]; faults: Fault[] }> {
  const read = readFolders(folder).map(readCourse)
  return {
    courses: read.flatMap(({ course }) => (course ? [course] : [])),
    faults: sortFaults(read.flatMap(({ faults }) => faults)),
  }
}
