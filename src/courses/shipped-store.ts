import type { Reading } from '#db/work.ts'
import type { FileList } from './source-store.ts'

/** A file that came with the software and that the town has not dealt with. */
export interface OfferedFile {
  path: string
  /** The SHA-256 of what came along; null: it is gone from there. */
  shipped: string | null
  /** What the town's own text began from; null: there was no such file. */
  settled: string | null
}

/** What the software's own text of a course offers a town that writes its own: by path. */
export async function offeredUpdates(db: Reading, courseId: string): Promise<OfferedFile[]> {
  const rows = await shippedOf(db, courseId)
  return rows.filter(({ shipped, settled }) => shipped !== settled)
}

/** The file that came along is dealt with, however. */
export async function settleUpdate(db: Reading, { courseId, path }: { courseId: string; path: string }): Promise<void> {
  await db
    .updateTable('shipped_files')
    .set(({ ref }) => ({ settled_sha256: ref('sha256') }))
    .where('course_id', '=', courseId)
    .where('path', '=', path)
    .execute()
}

/** Notes the files that came along. `settled`: the town has them as they are, because they are published; otherwise what changed is offered. */
export async function noteShipped(
  db: Reading,
  of: { courseId: string; files: FileList; settled: boolean },
): Promise<void> {
  const { courseId, files, settled } = of
  const known = await shippedOf(db, courseId)
  const paths = new Set([...known.map((file) => file.path), ...files.keys()])
  for (const path of paths) {
    const shipped = files.get(path) ?? null
    const before = known.find((file) => file.path === path)
    if (before && before.shipped === shipped && (!settled || before.settled === shipped)) continue
    const told = { sha256: shipped, settled_sha256: settled ? shipped : (before?.settled ?? null) }
    await db
      .insertInto('shipped_files')
      .values({ course_id: courseId, path, ...told })
      .onConflict((conflict) => conflict.columns(['course_id', 'path']).doUpdateSet(told))
      .execute()
  }
}

async function shippedOf(db: Reading, courseId: string): Promise<OfferedFile[]> {
  return db
    .selectFrom('shipped_files')
    .select(['path', 'sha256 as shipped', 'settled_sha256 as settled'])
    .where('course_id', '=', courseId)
    .orderBy('path')
    .execute()
}
