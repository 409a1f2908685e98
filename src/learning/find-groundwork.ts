import type { Day } from '#base/dates.ts'
import { stands } from '#certificates/state.ts'
import { certificatesOf } from '#certificates/store.ts'
import type { CourseDocument, InBoth } from '#courses/course.ts'
import { findPublished } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'

/** A course that another builds on. */
export interface Groundwork {
  courseId: string
  title: InBoth
  /** Has a valid certificate in it. */
  held: boolean
}

/** The published courses that a course builds on, and which of them somebody has today. Information and no bar: nobody is kept from learning. */
export async function findGroundwork(
  db: Reading,
  { buildsOn }: Pick<CourseDocument, 'buildsOn'>,
  { personId, today }: { personId: string; today: Day },
): Promise<Groundwork[]> {
  if (buildsOn.length === 0) return []
  const certificates = await certificatesOf(db, personId)
  const published = await Promise.all(buildsOn.map((courseId) => findPublished(db, courseId)))
  return published.flatMap((revision) => {
    if (revision === null) return []
    const { courseId, document } = revision
    const held = certificates.some((one) => one.courseId === courseId && stands(one, today))
    return [{ courseId, title: document.title, held }]
  })
}
