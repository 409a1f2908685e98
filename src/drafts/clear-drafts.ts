import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { supersede } from './store.ts'

/** Ends versions that were published: they are the text now. Refuses: forbidden. */
export async function clearDrafts(work: Work, ids: readonly string[]): Promise<void> {
  must(may.publishCourse(work.actor), 'publish a course')
  await supersede(work.db, ids, { at: work.at, by: work.actor.personId })
}
