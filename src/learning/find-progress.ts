import type { Instant } from '#base/dates.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { Reading } from '#db/work.ts'
import type { Enrolment } from './attempt.ts'
import {
  type CourseProgress,
  coursePassed,
  courseProgress,
  type ModuleProgress,
  modulePassed,
  moduleProgress,
  noFacts,
} from './progress.ts'
import { factsOf } from './store.ts'

/** How a module stands in an enrolment, or before there is one. No query once the course is completed. */
export async function findModuleProgress(
  db: Reading,
  module: ModuleDocument,
  enrolment: Enrolment | null,
  now: Instant,
): Promise<ModuleProgress> {
  if (enrolment?.completedAt) return modulePassed(module)
  const facts = enrolment ? await factsOf(db, enrolment.id) : noFacts
  return moduleProgress(module, facts, now)
}

/** How a course stands in an enrolment, or before there is one. No query once it is completed. */
export async function findCourseProgress(
  db: Reading,
  course: CourseDocument,
  enrolment: Enrolment | null,
  now: Instant,
): Promise<CourseProgress> {
  if (enrolment?.completedAt) return coursePassed(course)
  return courseProgress(course, enrolment ? await factsOf(db, enrolment.id) : noFacts, now)
}
