import type { CourseDocument } from '#courses/course.ts'
import { tinyCourse } from './tiny-course.ts'

/** The tiny course, with the exercise about age in its first module. */
export const exerciseCourse: CourseDocument = {
  ...tinyCourse,
  modules: tinyCourse.modules.map((module, place) => (place === 0 ? { ...module, exercise: 'age' } : module)),
}
