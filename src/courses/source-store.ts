import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { SelectQueryBuilder } from 'kysely'
import { found } from '#base/refusal.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import type { CourseFolder } from './folder.ts'

/** The files of a course: their SHA-256 by path inside its folder. */
export type FileList = ReadonlyMap<string, string>

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps a file for good, each content once; its SHA-256. */
export async function keepFile(db: Reading, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes)
  await db
    .insertInto('source_files')
    .values({ sha256, ...asText(bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return sha256
}

/** Refuses: not-found. */
export async function keptFile(db: Reading, sha256: string): Promise<Uint8Array> {
  return found((await keptFiles(db, [sha256])).get(sha256), 'file')
}

export async function isKept(db: Reading, sha256: string): Promise<boolean> {
  const row = await db.selectFrom('source_files').select('sha256').where('sha256', '=', sha256).executeTakeFirst()
  return row !== undefined
}

const atOnce = 500

/** Those of the files that are kept, by SHA-256. */
export async function keptFiles(db: Reading, wanted: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = [...new Set(wanted)]
  const files = new Map<string, Uint8Array>()
  for (let from = 0; from < all.length; from += atOnce) {
    const rows = await db
      .selectFrom('source_files')
      .selectAll()
      .where('sha256', 'in', all.slice(from, from + atOnce))
      .execute()
    for (const { sha256, content, encoding } of rows)
      files.set(sha256, Buffer.from(content, encoding === 'utf8' ? 'utf8' : 'base64'))
  }
  return files
}

/** The files a revision was made from; none for a revision from before they were kept. */
export async function filesOf(db: Reading, revisionId: string): Promise<FileList> {
  const rows = await db
    .selectFrom('revision_files')
    .select(['path', 'sha256'])
    .where('revision_id', '=', revisionId)
    .orderBy('path')
    .execute()
  return new Map(rows.map(({ path, sha256 }) => [path, sha256]))
}

/** Keeps the files a revision was made from, and notes which; in place of others that said the same. */
export async function saveFiles(
  db: Reading,
  revisionId: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<FileList> {
  const kept = new Map<string, string>()
  for (const [path, bytes] of files) kept.set(path, await keepFile(db, bytes))
  const rows = [...kept].map(([path, sha256]) => ({ revision_id: revisionId, path, sha256 }))
  await db.deleteFrom('revision_files').where('revision_id', '=', revisionId).execute()
  if (rows.length > 0) await db.insertInto('revision_files').values(rows).execute()
  return kept
}

/** The files as a course folder to be read. */
export async function folderOf(db: Reading, courseId: string, files: FileList): Promise<CourseFolder> {
  const bytes = await keptFiles(db, files.values())
  const inOrder = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    id: courseId,
    path: `courses/${courseId}`,
    files: new Map(inOrder.map(([path, sha256]) => [path, found(bytes.get(sha256), `file ${path}`)])),
  }
}

/** Throws away the files that neither a revision nor what was shipped nor `spokenOf`, SHA-256s of other rooms, speaks of. */
export async function forgetFiles(
  db: Reading,
  spokenOf: SelectQueryBuilder<Tables, never, { sha256: string | null }>,
): Promise<void> {
  const spoken = spokenOf
    .union(db.selectFrom('revision_files').select('sha256'))
    .union(db.selectFrom('shipped_files').select('sha256'))
    .union(db.selectFrom('shipped_files').select('settled_sha256 as sha256'))
  await db
    .deleteFrom('source_files')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom(spoken.as('spoken')).select('spoken.sha256').whereRef('spoken.sha256', '=', 'source_files.sha256'),
        ),
      ),
    )
    .execute()
}

/** Text stays text, so that a database can be looked into. PostgreSQL takes no zero byte in a text. */
const asText = (bytes: Uint8Array) =>
  isUtf8(bytes) && !bytes.includes(0)
    ? { encoding: 'utf8', content: Buffer.from(bytes).toString('utf8') }
    : { encoding: 'base64', content: Buffer.from(bytes).toString('base64') }
