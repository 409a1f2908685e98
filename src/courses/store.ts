import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import type { CourseDocument, Origin, Revision, RevisionLine } from './course.ts'
import { fromOlder } from './older-documents.ts'
import { placePictures } from './pictures.ts'

/** Parsed once and kept: a revision never changes. */
const kept = new Map<string, Revision>()
const mostKept = 200

/** For a process that opens another database: there the same text has the same id, but another number and day. */
export const forgetRevisions = (): void => kept.clear()

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

/** The newest revision of a course that was published by an instant, or null. */
export async function findPublishedBy(db: Reading, courseId: string, until: Instant): Promise<Revision | null> {
  const row = await db
    .selectFrom('revisions')
    .select('id')
    .where('course_id', '=', courseId)
    .where('published_at', '<=', until)
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

const told = ['id', 'course_id', 'number', 'sha256', 'published_at', 'published_by', 'origin', 'note'] as const

/** Every revision of a course without its text, newest first. */
export async function revisionsOf(db: Reading, courseId: string): Promise<RevisionLine[]> {
  const rows = await db
    .selectFrom('revisions')
    .select(told)
    .where('course_id', '=', courseId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toLine)
}

export async function hasRevision(db: Reading, id: string): Promise<boolean> {
  return (await db.selectFrom('revisions').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function saveRevision(
  db: Reading,
  of: Pick<Revision, 'id' | 'courseId' | 'number' | 'sha256' | 'origin' | 'note'> & {
    document: string
    at: string
    by: string
  },
): Promise<void> {
  const { id, number, sha256, document, origin, note } = of
  const published = { published_at: of.at, published_by: of.by }
  await db
    .insertInto('revisions')
    .values({ id, course_id: of.courseId, number, sha256, document, origin, note, ...published })
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
  sha256: string
  published_at: string
  published_by: string
  origin: string
  note: string | null
}

const toLine = (row: Row): RevisionLine => ({
  id: row.id,
  courseId: row.course_id,
  number: row.number,
  sha256: row.sha256,
  publishedAt: row.published_at,
  publishedBy: row.published_by,
  origin: row.origin as Origin,
  note: row.note,
})

const toRevision = (row: Row & { document: string }): Revision => ({
  ...toLine(row),
  document: fromOlder(JSON.parse(placePictures(row.document, row.id)) as CourseDocument),
})
