import { Refusal } from '#base/refusal.ts'
import { offeredUpdates } from '#courses/shipped-store.ts'
import type { Reading } from '#db/work.ts'
import { getWorkingFile, workingFiles } from '#drafts/store.ts'
import { isSeen, isSettled, type SeenUpdate, toUpdate, type Update } from './update.ts'

/** What the software's own text of a course offers the town, by path. Refuses: not-found for a course there is none of. */
export async function findUpdates(db: Reading, courseId: string): Promise<Update[]> {
  const files = await workingFiles(db, courseId)
  if (files.length === 0) throw new Refusal('not-found', 'course')
  const byPath = new Map(files.map((file) => [file.path, file]))
  const offered = await offeredUpdates(db, courseId)
  return offered.map((one) => toUpdate(one, byPath.get(one.path) ?? { path: one.path, published: null, drafts: [] }))
}

/** An update as it was shown. Refuses: conflict when it is dealt with or either text has changed since, or versions have to be settled first. */
export async function seenUpdate(db: Reading, courseId: string, seen: SeenUpdate): Promise<Update> {
  const offered = (await offeredUpdates(db, courseId)).find((one) => one.path === seen.path)
  const update = offered && toUpdate(offered, await getWorkingFile(db, courseId, seen.path))
  if (!update || !isSeen(update, seen) || !isSettled(update)) throw new Refusal('conflict', 'changed meanwhile')
  return update
}
