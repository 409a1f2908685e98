import type { CourseDocument } from './course.ts'

/** A stored document as it reads today: what courses did not have when it was published, it has none of. */
export function fromOlder(stored: CourseDocument): CourseDocument {
  const { buildsOn = [] } = stored as Partial<CourseDocument>
  const modules = stored.modules.map((module) => ({ ...sinceThen, ...module }))
  return { ...stored, buildsOn, modules }
}

const sinceThen = { exercise: null, card: null }
