import type { CourseFolder } from '#courses/folder.ts'
import { type FileList, filesOf, folderOf, forgetFiles, keptFile } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { type Draft, type WorkingFile, workingSha } from './draft.ts'

const heads = (db: Reading) => db.selectFrom('drafts').selectAll().where('superseded_at', 'is', null)

/** Every file of a course, published or being written, by path. */
export async function workingFiles(db: Reading, courseId: string): Promise<WorkingFile[]> {
  const published = await publishedFiles(db, courseId)
  const rows = await heads(db).where('course_id', '=', courseId).orderBy('written_at').orderBy('id').execute()
  const drafts = Map.groupBy(rows.map(toDraft), (draft) => draft.path)
  const paths = [...new Set([...published.keys(), ...drafts.keys()])].toSorted()
  return paths.map((path) => ({ path, published: published.get(path) ?? null, drafts: drafts.get(path) ?? [] }))
}

/** One file; of a path that is not there nothing is published and nothing written. */
export async function getWorkingFile(db: Reading, courseId: string, path: string): Promise<WorkingFile> {
  const published = await publishedFiles(db, courseId)
  const rows = await heads(db)
    .where('course_id', '=', courseId)
    .where('path', '=', path)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return { path, published: published.get(path) ?? null, drafts: rows.map(toDraft) }
}

/** The files of the newest revision of a course; none when nothing is published. */
export async function publishedFiles(db: Reading, courseId: string): Promise<FileList> {
  const revision = await findPublished(db, courseId)
  return revision ? filesOf(db, revision.id) : new Map()
}

/** What would be published now: the version of each file that was written last. */
export const listOf = (files: readonly WorkingFile[]): FileList =>
  new Map(
    files.flatMap((file) => {
      const sha256 = workingSha(file)
      return sha256 === null ? [] : [[file.path, sha256] as const]
    }),
  )

/** A course as it would be published now, to be read. */
export async function workingFolder(db: Reading, courseId: string): Promise<CourseFolder> {
  return folderOf(db, courseId, listOf(await workingFiles(db, courseId)))
}

/** The ids of the courses somebody is writing, also of such as were never published. */
export async function draftedCourses(db: Reading): Promise<string[]> {
  const rows = await heads(db).clearSelect().select('course_id').distinct().orderBy('course_id').execute()
  return rows.map((row) => row.course_id)
}

/** Text as it is kept; '' where there is no file. Refuses: not-found. */
export async function textOfFile(db: Reading, sha256: string | null): Promise<string> {
  return sha256 === null ? '' : new TextDecoder().decode(await keptFile(db, sha256))
}

/** A version, also one that is no longer being written; null when there was none. */
export async function findDraft(db: Reading, id: string): Promise<Draft | null> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDraft(row) : null
}

export async function insertDraft(db: Reading, draft: Draft): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      id: draft.id,
      course_id: draft.courseId,
      path: draft.path,
      sha256: draft.sha256,
      started_from: draft.startedFrom,
      written_at: draft.writtenAt,
      written_by: draft.writtenBy,
      sitting: draft.sitting,
      superseded_at: null,
      superseded_by: null,
    })
    .execute()
}

/** Its writer goes on writing. */
export async function rewriteDraft(
  db: Reading,
  { id, sha256, writtenAt, sitting }: Pick<Draft, 'id' | 'sha256' | 'writtenAt' | 'sitting'>,
): Promise<void> {
  await db.updateTable('drafts').set({ sha256, written_at: writtenAt, sitting }).where('id', '=', id).execute()
}

/** Versions nobody writes on any more, and whose doing that was. */
export async function supersede(
  db: Reading,
  ids: readonly string[],
  { at, by }: { at: string; by: string },
): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('drafts').set({ superseded_at: at, superseded_by: by }).where('id', 'in', ids).execute()
}

/** Throws away what was superseded before an instant, and kept files that nothing speaks of, a comment nobody has settled included. */
export async function throwAway(db: Reading, before: string): Promise<void> {
  await db.deleteFrom('drafts').where('superseded_at', '<', before).execute()
  const drafted = db
    .selectFrom('drafts')
    .select('sha256')
    .union(db.selectFrom('drafts').select('started_from as sha256'))
    .union(db.selectFrom('uploaded_pictures').select('sha256'))
    .union(db.selectFrom('review_comments').select('sha256').where('settled_at', 'is', null))
  await forgetFiles(db, drafted)
}

interface Row {
  id: string
  course_id: string
  path: string
  sha256: string | null
  started_from: string | null
  written_at: string
  written_by: string
  sitting: string | null
}

const toDraft = (row: Row): Draft => ({
  id: row.id,
  courseId: row.course_id,
  path: row.path,
  sha256: row.sha256,
  startedFrom: row.started_from,
  writtenAt: row.written_at,
  writtenBy: row.written_by,
  sitting: row.sitting,
})
