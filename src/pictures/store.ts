import type { Instant } from '#base/dates.ts'
import type { InBoth } from '#courses/course.ts'
import type { Reading } from '#db/work.ts'

/** What was said of a picture when it was uploaded. */
export interface Said {
  path: string
  sha256: string
  alt: InBoth
  containsText: boolean
}

/** Of every picture of a course that was uploaded here, oldest first. */
export async function saidOf(db: Reading, courseId: string): Promise<Said[]> {
  const rows = await db
    .selectFrom('uploaded_pictures')
    .selectAll()
    .where('course_id', '=', courseId)
    .orderBy('uploaded_at')
    .execute()
  return rows.map((row) => ({
    path: row.path,
    sha256: row.sha256,
    alt: { da: row.alt_da, en: row.alt_en },
    containsText: row.contains_text === 1,
  }))
}

export async function insertSaid(
  db: Reading,
  said: Said & { courseId: string; at: Instant; by: string },
): Promise<void> {
  const told = {
    alt_da: said.alt.da,
    alt_en: said.alt.en,
    contains_text: said.containsText ? 1 : 0,
    uploaded_at: said.at,
    uploaded_by: said.by,
  }
  await db
    .insertInto('uploaded_pictures')
    .values({ sha256: said.sha256, course_id: said.courseId, path: said.path, ...told })
    .onConflict((conflict) => conflict.columns(['course_id', 'path', 'sha256']).doUpdateSet(told))
    .execute()
}
