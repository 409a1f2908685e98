import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { CourseDocument, Revision } from './course.ts'
import { fromOlder } from './older-documents.ts'
import { placePictures } from './pictures.ts'

/** Parsed once and kept: a revision never changes, and its id is the hash of its text, so the same id is the same text in any database. */
const kept = new Map<string, Revision>()
const mostKept = 200

/** Refuses: not-found. */
export async function getRevision(db: Reading, revisionId: string): Promise<Revision> {
  const known = kept.get(revisionId)
  if (known) return known
  const row = await db.selectFrom('revisions').selectAll().where('id', '=', revisionId).executeTakeFirst()
  const revision = toRevision(found(row, 'revision'))
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
  kept.set(revisionId, revision)
  return revision
}

/** The newest revision of a course, or null when nothing is published. */
export async function findPublished(db: Reading, courseId: string): Promise<Revision | null> {
  const row = await db
    .selectFrom('revisions')
    .select('id')
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? getRevision(db, row.id) : null
}

/** The newest revision of every course, by course id. */
export async function listPublished(db: Reading): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(({ fn }) => ['course_id', fn.max('number').as('number')])
    .groupBy('course_id')
    .orderBy('course_id')
    .execute()
  const published = await Promise.all(rows.map((row) => findPublished(db, row.course_id)))
  return published.filter((revision) => revision !== null)
}

export async function saveRevision(
  db: Reading,
  of: { id: string; courseId: string; number: number; sha256: string; document: string; at: string; by: string },
): Promise<void> {
  const { id, number, sha256, document } = of
  await db
    .insertInto('revisions')
    .values({ id, course_id: of.courseId, number, sha256, document, published_at: of.at, published_by: of.by })
    .execute()
}

/** The hash of the files a course was last read from, or null. */
export async function findSource(db: Reading, courseId: string): Promise<string | null> {
  const row = await db
    .selectFrom('course_sources')
    .select('sha256')
    .where('course_id', '=', courseId)
    .executeTakeFirst()
  return row?.sha256 ?? null
}

export async function saveSource(db: Reading, of: { courseId: string; sha256: string; at: string }): Promise<void> {
  const read = { sha256: of.sha256, read_at: of.at }
  await db
    .insertInto('course_sources')
    .values({ course_id: of.courseId, ...read })
    .onConflict((conflict) => conflict.column('course_id').doUpdateSet(read))
    .execute()
}

interface Row {
  id: string
  course_id: string
  number: number
  published_at: string
  document: string
}

const toRevision = (row: Row): Revision => ({
  id: row.id,
  courseId: row.course_id,
  number: row.number,
  publishedAt: row.published_at,
  document: fromOlder(JSON.parse(placePictures(row.document, row.id)) as CourseDocument),
})
