import type { CourseDocument } from './course.ts'

/**
 * What others build on comes first, however late it stands in the list; otherwise the order stays. Courses that build on each other in
 * a circle stay as they are.
 */
export function groundworkFirst<T>(
  things: readonly T[],
  courseOf: (thing: T) => Pick<CourseDocument, 'id' | 'buildsOn'>,
): T[] {
  const courses = new Map(things.map((thing) => [courseOf(thing).id, courseOf(thing)]))
  const depthOf = (id: string, above: readonly string[]): number => {
    const grounds = (courses.get(id)?.buildsOn ?? []).filter((ground) => courses.has(ground) && !above.includes(ground))
    return Math.max(0, ...grounds.map((ground) => 1 + depthOf(ground, [...above, id])))
  }
  const depths = new Map([...courses.keys()].map((id) => [id, depthOf(id, [])]))
  return things.toSorted((a, b) => (depths.get(courseOf(a).id) ?? 0) - (depths.get(courseOf(b).id) ?? 0))
}
