import { coursesFolder } from '#config.ts'
import type { CourseDocument } from '#courses/course.ts'
import { readCourses } from '#courses/read-courses.ts'

/** A shipped course, read from its folder. */
export async function shippedCourse(id: string): Promise<CourseDocument> {
  const course = (await readCourses(coursesFolder)).courses.find((one) => one.id === id)
  if (!course) throw new Error(`no course ${id} in ${coursesFolder}`)
  return course
}
