import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import { sha256Of } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { mostWaiting } from './limits.ts'
import { findPackage, insertPackage, receivedPackages } from './store.ts'

/**
 * Keeps a package that was unpacked without a fault until a trainer has taken it; the same file waits once. Its id. Nothing of a course is
 * changed by it. Refuses: forbidden; too-many when twenty wait.
 */
export async function receivePackage(work: Work, of: { courseId: string; zip: Uint8Array }): Promise<string> {
  must(may.writeCourse(work.actor), 'write a course')
  const sha256 = sha256Of(of.zip)
  const before = await findPackage(work.db, sha256)
  if (before) return before.id
  if ((await receivedPackages(work.db)).length >= mostWaiting) throw new Refusal('too-many', 'packages that wait')
  const id = work.newId()
  await insertPackage(work.db, { id, ...of, sha256, receivedAt: work.at, by: work.actor.personId })
  await record(work, 'package.received', id, {}, { bytes: of.zip.length })
  return id
}
