import type { Day } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { CourseDocument, Revision } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { findPublished } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { clearDrafts } from '#drafts/clear-drafts.ts'
import { stateOf } from '#drafts/draft.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import { may } from '#policy.ts'
import { askToReread } from '#rereading/ask-to-reread.ts'
import { recordSignOffs } from '#reviewing/record-sign-offs.ts'
import { seenToken } from './seen.ts'

/** What a trainer decided, and what she had before her. */
export interface Publishing {
  /** The drafts, read whole and without faults. */
  course: CourseDocument
  files: ReadonlyMap<string, Uint8Array>
  /** seen.ts: of the drafts that were read. */
  seen: string
  note: string
  /** What holders of valid certificates have to read again, and by when; null when nothing. */
  again: { pages: readonly { moduleId: string; pageId: string }[]; dueOn: Day } | null
}

/**
 * Publishes what is being written as a new revision and ends its drafts. Whoever is in the middle of the course finishes on the text she began with.
 * Refuses: forbidden; conflict when somebody wrote or published since it was read, or while versions stand beside each other.
 */
export async function publishCourse(work: Work, publishing: Publishing): Promise<Revision> {
  must(may.publishCourse(work.actor), 'publish a course')
  const { course, files, note, again } = publishing
  const newest = await findPublished(work.db, course.id)
  const working = await workingFiles(work.db, course.id)
  if (seenToken(newest?.id ?? null, working) !== publishing.seen) throw new Refusal('conflict', 'changed meanwhile')
  if (working.some((file) => ['beside', 'behind'].includes(stateOf(file)))) throw new Refusal('conflict', 'not settled')

  const revision = await publishRevision(work, course, { files, origin: 'town', note })
  if (again && again.pages.length > 0) await askToReread(work, { revision, ...again })
  await recordSignOffs(work, revision.id, course.id, listOf(working))
  const drafts = working.flatMap((file) => file.drafts.map((draft) => draft.id))
  await clearDrafts(work, drafts)
  return revision
}
