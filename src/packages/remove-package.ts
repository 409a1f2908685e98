import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { deletePackage } from './store.ts'

/** Throws a package away that waited; what was taken from it stays. Refuses: forbidden. */
export async function removePackage(work: Work, id: string): Promise<void> {
  must(may.writeCourse(work.actor), 'write a course')
  await deletePackage(work.db, id)
  await record(work, 'package.removed', id)
}
